// Where the tiles of a stage lie: alike in rows, or a few of them large and the others in a strip beside or below.
import { tilingOf } from './tiling.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Box extends Size {
  readonly left: number
  readonly top: number
}

/** How much of the stage the strip takes, within these bounds in pixels. */
const STRIP = { part: 0.22, least: 72, most: 220 }

/** First those of the large ones; without any, all are alike. */
export function arranged(large: number, small: number, size: Size, gap: number): readonly Box[] {
  const stage = { left: 0, top: 0, ...size }
  if (large === 0 || small === 0) return inRows(large + small, stage, gap)
  const [rest, strip] = cut(stage, gap)
  return [...(large === 1 ? [rest] : inRows(large, rest, gap)), ...inRows(small, strip, gap)]
}

/** The strip lies where more is left for the rest. */
function cut(stage: Box, gap: number): [Box, Box] {
  const beside = cutOff(stage, 'width', 'left', gap)
  const below = cutOff(stage, 'height', 'top', gap)
  const widthIn = ([rest]: [Box, Box]) => tilingOf(1, rest, gap).width
  return widthIn(beside) > widthIn(below) ? beside : below
}

function cutOff(stage: Box, side: 'width' | 'height', at: 'left' | 'top', gap: number): [Box, Box] {
  const strip = Math.floor(Math.min(STRIP.most, Math.max(STRIP.least, stage[side] * STRIP.part)))
  const rest = Math.max(0, stage[side] - strip - gap)
  return [
    { ...stage, [side]: rest },
    { ...stage, [side]: strip, [at]: rest + gap },
  ]
}

/** In the middle, and so is the last row of them. */
function inRows(count: number, place: Box, gap: number): Box[] {
  const { columns, width, height } = tilingOf(count, place, gap)
  const rows = Math.ceil(count / columns)
  const begin = (length: number, tiles: number, size: number) => (length - tiles * (size + gap) + gap) / 2
  const top = place.top + begin(place.height, rows, height)
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / columns)
    const inRow = Math.min(columns, count - row * columns)
    const left = place.left + begin(place.width, inRow, width) + (at % columns) * (width + gap)
    return { left: Math.round(left), top: Math.round(top + row * (height + gap)), width, height }
  })
}
