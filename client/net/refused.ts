// A no as the page sees it: said by the server, or nobody answered at all.
import { type RefusalCode, refusals } from '#protocol/refusal.ts'

export type NoCode = RefusalCode | 'unanswered'

export class Refused extends Error {
  readonly code: NoCode

  constructor(code: NoCode, text = 'The server did not answer. Try again when the connection is back.') {
    super(text)
    this.code = code
  }
}

/** What to say about it. */
export const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A server that is newer than this page may have noes of which the page has not heard. */
export const textOf = (code: RefusalCode): string =>
  refusals[code]?.text ?? 'The server said no, and this page does not know why. Reload it to get the newest.'
