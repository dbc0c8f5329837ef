// What counts as text here: limits are in characters a person sees or in bytes on disk, never a guess.
import { z } from 'zod'
import {
  ABOUT_LENGTH,
  MESSAGE_BYTES,
  NAME_LENGTH,
  NOTE_LENGTH,
  PHRASE_LENGTH,
  PHRASE_WORDS,
  TOPIC_LENGTH,
} from './limits.ts'
import { wordsOf } from './words.ts'

const bytes = new TextEncoder()
// Control characters, halves of a pair, and the marks that turn the direction of what follows: no name needs them.
const invisible = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u
// A cheap look at the length first: UTF-8 never needs less than one byte for a UTF-16 unit.
export const fits = (most: number) => (text: string) =>
  text.length <= most && (text.length * 3 <= most || bytes.encode(text).length <= most)

/** What may go with something else, or be all there is. */
export const caption = z
  .string()
  .refine(fits(MESSAGE_BYTES), { error: `may be at most ${MESSAGE_BYTES} bytes` })
export const isVisible = (text: string) => text.trim() !== ''
export const notVisible = { error: 'needs at least one visible character' }
export const body = caption.refine(isVisible, notVisible)

const line = (length: number) =>
  z
    .string()
    .max(4 * length, { error: `may be at most ${length} characters` })
    .transform(text => text.normalize('NFC').trim())
    .refine(text => text.length <= length, { error: `may be at most ${length} characters` })
    .refine(text => !invisible.test(text), { error: 'may not hold control characters' })

export const name = line(NAME_LENGTH).refine(text => text !== '', { error: 'may not be empty' })
/** Part of a name, or nothing yet. */
export const sought = line(NAME_LENGTH)
/** What is looked for in what was said. */
export const phrase = line(PHRASE_LENGTH)
  .refine(text => wordsOf(text).length > 0, { error: 'needs at least one word' })
  .refine(text => wordsOf(text).length <= PHRASE_WORDS, { error: `may be at most ${PHRASE_WORDS} words` })
export const topic = line(TOPIC_LENGTH)
export const note = line(NOTE_LENGTH)
export const about = line(ABOUT_LENGTH)

/** Enough for anyone, and with an id before it still a name that every file system takes. */
const FILE_NAME_BYTES = 200
const LONGEST_ENDING = 16
/** With those that turn the direction, which make a program look like a picture. */
const unseen = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** However a file is called where it comes from, here it has a name that can be shown and saved. */
export const fileName = z.string().max(1024, { error: 'may be at most 1024 characters' }).transform(cleanName)

function cleanName(text: string): string {
  const last = text.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = last.replace(unseen, '').replace(/^[\s.]+|[\s.]+$/g, '')
  return shorten(name) || 'file'
}

/** Its ending stays: it says what the file is. */
function shorten(name: string): string {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= LONGEST_ENDING ? name.slice(dot) : ''
  const stem = name.slice(0, name.length - ending.length)
  const room = new Uint8Array(FILE_NAME_BYTES - bytes.encode(ending).length)
  return stem.slice(0, bytes.encodeInto(stem, room).read) + ending
}

/** Exactly one, as all platforms know it. */
export const emoji = z
  .string()
  .max(32)
  .regex(/^\p{RGI_Emoji}$/v, { error: 'must be one emoji' })
