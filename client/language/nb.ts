// Norwegian bokmål.
import { live } from './nb/live.ts'
import { own } from './nb/own.ts'
import { page } from './nb/page.ts'
import { refusals } from './nb/refusals.ts'
import { talk } from './nb/talk.ts'
import type { Texts } from './texts.ts'

export const texts: Texts = { live, own, page, refusals, talk }
