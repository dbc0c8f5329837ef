// How many tiles stand beside each other, so that each is as large as it can be.

const RATIO = 16 / 9

export interface Tiling {
  readonly columns: number
  readonly width: number
  readonly height: number
}

/** `count` tiles of the same shape in a place of this size. */
export function tilingOf(count: number, place: { width: number; height: number }, gap: number): Tiling {
  const all = Array.from({ length: Math.max(1, count) }, (_, at) => inColumns(count, at + 1, place, gap))
  return all.reduce((best, one) => (one.width > best.width ? one : best))
}

function inColumns(
  count: number,
  columns: number,
  place: { width: number; height: number },
  gap: number,
): Tiling {
  const rows = Math.ceil(Math.max(1, count) / columns)
  const widest = (place.width - gap * (columns - 1)) / columns
  const highest = (place.height - gap * (rows - 1)) / rows
  const width = Math.max(0, Math.min(widest, highest * RATIO))
  return { columns, width: Math.floor(width), height: Math.floor(width / RATIO) }
}
