// What counts as text here: limits are in characters a person sees or in bytes on disk, never a guess.
import { z } from 'zod'

export const MESSAGE_BYTES = 8192
export const NAME_LENGTH = 64
export const TOPIC_LENGTH = 200
export const NOTE_LENGTH = 64

const bytes = new TextEncoder()
// Control characters, halves of a pair, and the marks that turn the direction of what follows: no name needs them.
const invisible = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u
// A cheap look at the length first: UTF-8 never needs less than one byte for a UTF-16 unit.
const fits = (text: string) =>
  text.length <= MESSAGE_BYTES &&
  (text.length * 3 <= MESSAGE_BYTES || bytes.encode(text).length <= MESSAGE_BYTES)

export const body = z
  .string()
  .refine(text => text.trim() !== '', { error: 'needs at least one visible character' })
  .refine(fits, { error: `may be at most ${MESSAGE_BYTES} bytes` })

const line = (length: number) =>
  z
    .string()
    .max(4 * length, { error: `may be at most ${length} characters` })
    .transform(text => text.normalize('NFC').trim())
    .refine(text => text.length <= length, { error: `may be at most ${length} characters` })
    .refine(text => !invisible.test(text), { error: 'may not hold control characters' })

export const name = line(NAME_LENGTH).refine(text => text !== '', { error: 'may not be empty' })
export const topic = line(TOPIC_LENGTH)
export const note = line(NOTE_LENGTH)
