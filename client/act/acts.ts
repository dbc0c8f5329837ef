// What a visitor does, each act by its name. The view calls these and nothing else.
import type { Reading } from '../reading.ts'
import type { Session } from '../session.ts'
import { Drafts } from './drafts.ts'
import { Files } from './files.ts'
import { Host } from './host.ts'
import { Links } from './links.ts'
import { Live } from './live.ts'
import { Me } from './me.ts'
import { Messages } from './messages.ts'
import { Pages } from './pages.ts'
import { People } from './people.ts'
import { Rooms } from './rooms.ts'
import { Search } from './search.ts'
import { Talk } from './talk.ts'

export class Acts {
  readonly rooms: Rooms
  readonly drafts: Drafts
  readonly talk: Talk
  readonly messages: Messages
  readonly pages: Pages
  readonly search: Search
  readonly files: Files
  readonly host: Host
  readonly links: Links
  readonly live: Live
  readonly people: People
  readonly me: Me

  constructor(session: Session, reading: Reading) {
    this.drafts = new Drafts(session)
    this.rooms = new Rooms(session, reading, this.drafts)
    this.pages = new Pages(session, reading)
    this.talk = new Talk(session, this.pages)
    this.files = new Files(session)
    this.messages = new Messages(session)
    this.search = new Search(session)
    this.host = new Host(session)
    this.links = new Links(session)
    this.live = new Live(session)
    this.people = new People(session)
    this.me = new Me(session)
  }
}
