// Norwegian bokmål.
import { door } from './nb/door.ts'
import { home } from './nb/home.ts'
import { links } from './nb/links.ts'
import { live } from './nb/live.ts'
import { own } from './nb/own.ts'
import { page } from './nb/page.ts'
import { people } from './nb/people.ts'
import { refusals } from './nb/refusals.ts'
import { room } from './nb/room.ts'
import { search } from './nb/search.ts'
import { talk } from './nb/talk.ts'
import { tidings } from './nb/tidings.ts'
import { you } from './nb/you.ts'
import type { Texts } from './texts.ts'

export const texts: Texts = {
  door,
  home,
  links,
  live,
  own,
  page,
  people,
  refusals,
  room,
  search,
  talk,
  tidings,
  you,
}
