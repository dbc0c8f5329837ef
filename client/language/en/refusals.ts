// What the server refuses, in its own words, and what it never heard of.
import { type RefusalCode, refusals as table } from '#protocol/refusal.ts'
import type { NoCode } from '../../net/refused.ts'

const said = Object.entries(table).map(([code, { text }]) => [code, text])

export const refusals: Readonly<Record<NoCode, string>> = {
  ...(Object.fromEntries(said) as Record<RefusalCode, string>),
  unanswered: 'The server did not answer. Try again when the connection is back.',
  unsent: 'The file did not get through. Try again when the connection is good.',
}
