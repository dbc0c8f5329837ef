// A no as the page hears it: said by the server, or nobody answered at all.
import type { RefusalCode } from '#protocol/refusal.ts'

export type NoCode = RefusalCode | 'unanswered' | 'unsent'

export class Refused extends Error {
  readonly code: NoCode

  constructor(code: NoCode, text: string = code) {
    super(text)
    this.code = code
  }
}

/** What to say about it. A server that is newer than this page says noes of which the page has not heard. */
export const sentenceOf = (error: unknown, said: Readonly<Partial<Record<NoCode, string>>>): string =>
  (error instanceof Refused && said[error.code]) || (error instanceof Error ? error.message : String(error))
