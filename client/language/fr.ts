// French.
import { door } from './fr/door.ts'
import { home } from './fr/home.ts'
import { links } from './fr/links.ts'
import { live } from './fr/live.ts'
import { own } from './fr/own.ts'
import { page } from './fr/page.ts'
import { people } from './fr/people.ts'
import { refusals } from './fr/refusals.ts'
import { room } from './fr/room.ts'
import { search } from './fr/search.ts'
import { talk } from './fr/talk.ts'
import { tidings } from './fr/tidings.ts'
import { you } from './fr/you.ts'
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
