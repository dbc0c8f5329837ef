// A no as the page sees it: said by the server, or nobody answered at all.
import type { RefusalCode } from '#protocol/refusal.ts'

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
