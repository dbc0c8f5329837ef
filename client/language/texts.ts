// What a language of this page must say: all that the English one says, else it does not compile.
import type { call } from './en/call.ts'
import type { emoji } from './en/emoji.ts'
import type { texts } from './en.ts'

export type Texts = typeof texts

export type EmojiTexts = typeof emoji

/** A sentence with things in it that are more than text. */
export type Parts<Thing> = readonly (string | Thing)[]

/** What is said in a call is fetched with it. */
export type CallTexts = typeof call
