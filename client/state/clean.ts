// What people type, as the server wants it.
import { NAME_LENGTH } from '#protocol/limits.ts'

/** One line; undefined when nothing is left. */
export function cleanName(text: string): string | undefined {
  const line = text
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .toWellFormed()
    .normalize('NFC')
    .trim()
  return line.slice(0, NAME_LENGTH).trim().toWellFormed() || undefined
}

export const cleanText = (text: string): string => text.trim().toWellFormed().replaceAll('\0', '')
