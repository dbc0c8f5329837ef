// French.
import { live } from './fr/live.ts'
import { own } from './fr/own.ts'
import { page } from './fr/page.ts'
import { refusals } from './fr/refusals.ts'
import { talk } from './fr/talk.ts'
import type { Texts } from './texts.ts'

export const texts: Texts = { live, own, page, refusals, talk }
