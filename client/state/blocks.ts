// A message in blocks: plain text, ``` code, > quotes, and lists. What is not closed, and what goes too deep, is text.
import { type Span, spansOf } from './spans.ts'

export type Block =
  | { readonly kind: 'text'; readonly spans: readonly Span[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly Item[] }

export interface Item {
  readonly number: number | undefined
  readonly blocks: readonly Block[]
}

/** Where a block stands: its lines end before `end`. */
type Place = readonly [block: Block, end: number]

const MOST_DEPTH = 4
const FENCE = /^ {0,3}```([^`]*)$/
const FENCE_END = /^([^`]*)```\s*$/
const LANGUAGE = /^[\w+#.-]*\s*$/
/** With its space: >_< is no quote. */
const QUOTE = /^> +\S/
const QUOTE_ON = /^>(?: |$)/
const ITEM = /^( {0,3})(?:[-*]|(\d{1,9})\.) +(?=\S)/
/** A line drawn through the text is no list. */
const RULE = /^[\s*-]*$/

export function blocksOf(text: string, depth = 0): Block[] {
  const lines = text.split('\n')
  const lastFence = lines.findLastIndex(line => FENCE_END.test(line))
  const places: Place[] = []
  const starts: number[] = []
  for (let at = 0; at < lines.length; ) {
    const place =
      (at < lastFence ? codeAt(lines, at) : undefined) ??
      (depth < MOST_DEPTH ? (quoteAt(lines, at, depth) ?? listAt(lines, at, depth)) : undefined)
    if (place) {
      places.push(place)
      starts.push(at)
    }
    at = place ? place[1] : at + 1
  }
  return withText(lines, places, starts)
}

/** As it is shown where no marks are. */
export const plainOf = (text: string): string => blocksOf(text).map(plain).join('\n')

function plain(block: Block): string {
  const inner = (blocks: readonly Block[]) => blocks.map(plain).join('\n')
  if (block.kind === 'text') return block.spans.map(({ text }) => text).join('')
  if (block.kind === 'code') return block.text
  if (block.kind === 'quote') return inner(block.blocks)
  return block.items
    .map(({ number, blocks }) => (number === undefined ? '' : `${number}. `) + inner(blocks))
    .join('\n')
}

/** All of it that is neither code nor a link. */
export const proseOf = (text: string): string[] => blocksOf(text).flatMap(prose)

function prose(block: Block): string[] {
  if (block.kind === 'code') return []
  if (block.kind === 'quote') return block.blocks.flatMap(prose)
  if (block.kind === 'list') return block.items.flatMap(({ blocks }) => blocks.flatMap(prose))
  return block.spans.flatMap(({ text, code, href }) => (code || href ? [] : text))
}

/** What stands between the blocks, as it was written; empty lines beside them are not needed. */
function withText(lines: readonly string[], places: readonly Place[], starts: readonly number[]): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at <= places.length; at++) {
    const begin = places[at - 1]?.[1] ?? 0
    const text = lines.slice(begin, starts[at]).join('\n')
    const shown = places.length === 0 ? text : text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()
    if (shown || places.length === 0) blocks.push({ kind: 'text', spans: spansOf(shown) })
    const block = places[at]?.[0]
    if (block) blocks.push(block)
  }
  return blocks
}

function codeAt(lines: readonly string[], at: number): Place | undefined {
  const [, first] = FENCE.exec(lines[at] ?? '') ?? []
  if (first === undefined) return undefined
  let end = at + 1
  while (!FENCE_END.test(lines[end] ?? '')) end++
  const last = FENCE_END.exec(lines[end] ?? '')?.[1] ?? ''
  const code = [
    ...(LANGUAGE.test(first) ? [] : [first]),
    ...lines.slice(at + 1, end),
    ...(last.trim() === '' ? [] : [last]),
  ]
  const text = code.join('\n')
  return text.trim() === '' ? undefined : [{ kind: 'code', text }, end + 1]
}

function quoteAt(lines: readonly string[], at: number, depth: number): Place | undefined {
  if (!QUOTE.test(lines[at] ?? '')) return undefined
  let end = at + 1
  while (QUOTE_ON.test(lines[end] ?? '')) end++
  const quoted = lines.slice(at, end).map(line => line.replace(/^> ?/, ''))
  return [{ kind: 'quote', blocks: blocksOf(quoted.join('\n'), depth + 1) }, end]
}

interface Begun {
  readonly indent: number
  /** How far what belongs to it is set in. */
  readonly width: number
  readonly number: number | undefined
  readonly lines: string[]
}

function itemIn(line: string): Begun | undefined {
  const [mark = '', space = '', number] = ITEM.exec(line) ?? []
  if (!mark || RULE.test(line)) return undefined
  const indent = space.length
  const value = number === undefined ? undefined : Number(number)
  return { indent, width: mark.length, number: value, lines: [line.slice(mark.length)] }
}

function listAt(lines: readonly string[], at: number, depth: number): Place | undefined {
  const first = itemIn(lines[at] ?? '')
  if (!first) return undefined
  const items = [first]
  let end = at + 1
  for (; end < lines.length; end++) {
    const line = lines[end] ?? ''
    const item = itemIn(line)
    const indent = line.search(/\S/)
    const last = items.at(-1)
    if (last && indent >= first.indent + 2) last.lines.push(line.slice(Math.min(indent, last.width)))
    else if (item && (item.number === undefined) === (first.number === undefined)) items.push(item)
    else break
  }
  const whole = items.map(({ number, lines }) => ({ number, blocks: blocksOf(lines.join('\n'), depth + 1) }))
  return [{ kind: 'list', numbered: first.number !== undefined, items: whole }, end]
}
