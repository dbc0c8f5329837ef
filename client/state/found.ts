// A message that was found, in a line: the words that were looked for, and what stands around the first of them.
import { patternsOf, type Readable, readableOf } from '#protocol/words.ts'
import { plainOf } from './blocks.ts'

export interface Piece {
  readonly text: string
  /** Whether it is one of the words. */
  readonly found: boolean
}
type Range = readonly [from: number, to: number]

/** So much stands before the first of them, and so much there is in all. */
const BEFORE = 40
const MOST = 240

export function excerptOf({ text, files }: Readable, sought: string): readonly Piece[] {
  const line = readableOf({ text: plainOf(text), files })
    .trim()
    .replace(/\s+/g, ' ')
  const words = placesOf(line, sought)
  const from = beginning(line, words[0]?.[0] ?? 0)
  const pieces: Piece[] = from > 0 ? [{ text: '…', found: false }] : []
  const add = (start: number, end: number, found: boolean) => {
    const text = line.slice(start, Math.min(end, from + MOST)).toWellFormed()
    if (text) pieces.push({ text, found })
  }
  let at = from
  for (const [start, end] of words) {
    add(at, start, false)
    add(start, end, true)
    at = end
  }
  add(at, line.length, false)
  return pieces
}

/** Where they stand, one after the other. */
function placesOf(line: string, sought: string): readonly Range[] {
  const all = patternsOf(sought).flatMap(pattern =>
    [...line.matchAll(new RegExp(pattern, 'gu'))].map(({ index, 1: before = '', 2: word = '' }): Range => {
      const from = index + before.length
      return [from, from + word.length]
    }),
  )
  const inOrder = all.sort(([one], [other]) => one - other)
  return inOrder.filter(([from], at) => inOrder.slice(0, at).every(([, to]) => to <= from))
}

/** Where a word begins, if there are words. */
function beginning(line: string, first: number): number {
  const from = first - BEFORE
  if (from <= 0) return 0
  const space = line.indexOf(' ', from)
  return space !== -1 && space < first ? space + 1 : from
}
