// English, against which the other languages are held.
import { door } from './en/door.ts'
import { home } from './en/home.ts'
import { links } from './en/links.ts'
import { live } from './en/live.ts'
import { own } from './en/own.ts'
import { page } from './en/page.ts'
import { people } from './en/people.ts'
import { refusals } from './en/refusals.ts'
import { room } from './en/room.ts'
import { search } from './en/search.ts'
import { talk } from './en/talk.ts'
import { tidings } from './en/tidings.ts'
import { you } from './en/you.ts'

export const texts = {
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
