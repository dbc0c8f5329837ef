// English, against which the other languages are held.
import { live } from './en/live.ts'
import { own } from './en/own.ts'
import { page } from './en/page.ts'
import { refusals } from './en/refusals.ts'
import { talk } from './en/talk.ts'

export const texts = { live, own, page, refusals, talk }
