// Marks within a text: **bold**, *italic*, `code`, [a link](https://...), and bare addresses. What is not closed is text.
import { ADDRESS, hrefOf, withoutTail } from './links.ts'
import { isMark, type Mark, markAt, pair } from './pairs.ts'

export interface Span {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly code?: boolean
  /** Where it leads. */
  readonly href?: string
}

/** A part of the text, and how much of it that is. */
type Part = readonly [part: Span | Mark, length: number]

const LINK = /\[([^[\]\n]+)\]\(([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)\)/
/** Ticks, a link, a bare address, or what may begin or end bold and italic: whichever comes first. */
const SIGN = new RegExp(`\`+|${LINK.source}|${ADDRESS.source}|\\*+|_+`, 'gi')
/** A link that is called like an address leads there, or is none. */
const LIKE_ADDRESS = /:\/\/|^www\./i

/** Nothing reaches over an empty line. */
export const spansOf = (text: string): Span[] =>
  joined(text.split(/(\n\s*\n)/).flatMap((part, at) => (at % 2 === 0 ? within(part) : { text: part })))

function within(text: string): Span[] {
  const parts = partsOf(text)
  pair(parts)
  let [bold, italic] = [0, 0]
  const styled = (span: Span) => ({
    ...span,
    ...(bold > 0 && { bold: true }),
    ...(italic > 0 && { italic: true }),
  })
  return parts.map(part => {
    if (!isMark(part)) return styled(part)
    // What is left of it stands outside of what it begins or ends.
    bold += Math.min(part.bold, 0)
    italic += Math.min(part.italic, 0)
    const rest = styled({ text: part.sign.repeat(part.left) })
    bold += Math.max(part.bold, 0)
    italic += Math.max(part.italic, 0)
    return rest
  })
}

function partsOf(text: string): (Span | Mark)[] {
  const parts: (Span | Mark)[] = []
  const closings = closingsOf(text)
  const sign = new RegExp(SIGN)
  let end = 0
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    const { index } = found
    const [part, length] = partAt(text, found, closings) ?? []
    if (part && length) {
      if (index > end) parts.push({ text: text.slice(end, index) })
      parts.push(part)
      sign.lastIndex = end = index + length
    } else if (found[1] !== undefined) {
      // Inside of what is no link something else may stand.
      sign.lastIndex = index + 1
    }
  }
  return end < text.length ? [...parts, { text: text.slice(end) }] : parts
}

function partAt(text: string, found: RegExpExecArray, closings: Map<number, number>): Part | undefined {
  const { 0: whole, 1: label, 2: address = '', index } = found
  if (whole.startsWith('`')) return codeAt(text, index, whole.length, closings.get(index))
  if (label !== undefined) return linkOf(label, address, whole.length)
  if (/^[*_]/.test(whole)) return [markAt(text, index, whole), whole.length]
  const bare = withoutTail(whole)
  const href = hrefOf(bare)
  return href === undefined ? undefined : [{ text: bare, href }, bare.length]
}

function codeAt(text: string, at: number, ticks: number, closing: number | undefined): Part | undefined {
  const code = text.slice(at + ticks, closing)
  if (closing === undefined || code.trim() === '') return undefined
  // The spaces that keep ticks apart are not meant.
  const isPadded = code.startsWith(' ') && code.endsWith(' ')
  return [{ text: isPadded ? code.slice(1, -1) : code, code: true }, closing + ticks - at]
}

function linkOf(label: string, address: string, length: number): Part | undefined {
  const misleads = LIKE_ADDRESS.test(label) && label !== address
  const href = misleads ? undefined : hrefOf(address, true)
  return href === undefined ? undefined : [{ text: label, href }, length]
}

/** For each run of ticks, where the next one of the same length begins. */
function closingsOf(text: string): Map<number, number> {
  const closings = new Map<number, number>()
  const next = new Map<number, number>()
  for (const { 0: ticks, index } of [...text.matchAll(/`+/g)].reverse()) {
    const closing = next.get(ticks.length)
    if (closing !== undefined) closings.set(index, closing)
    next.set(ticks.length, index)
  }
  return closings
}

/** Neighbours that look the same are one; a text without anything is one as well. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const span of spans) {
    const last = whole.at(-1)
    if (last && isAlike(last, span)) whole[whole.length - 1] = { ...last, text: last.text + span.text }
    else if (span.text) whole.push(span)
  }
  return whole
}

const isAlike = (one: Span, other: Span) =>
  ![one, other].some(({ code, href }) => code || href) &&
  one.bold === other.bold &&
  one.italic === other.italic
