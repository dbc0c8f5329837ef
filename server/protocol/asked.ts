// What requests have in common: the number of their answer, the room that is meant, and choices of which one holds.
import { z } from 'zod'
import { roomId } from './id.ts'

export const ref = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER)
export const inRoom = { ref: ref.optional(), room: roomId }

/** Which of these fields are there. */
export const given = <Field extends string>(fields: readonly Field[], message: object): Field[] =>
  fields.filter(field => (message as Record<string, unknown>)[field] !== undefined)

/** For `refine`. */
export const exactlyOne = (...fields: readonly string[]) =>
  [
    (message: object) => given(fields, message).length === 1,
    { error: `exactly one of ${fields.join(', ')}` },
  ] as const
