// Pixel avatars: five by five, mirrored, from the hash of a name; the same on server and page. Free of zod and DOM.

export interface Pixels {
  readonly colour: string
  readonly rows: readonly (readonly boolean[])[]
}

const SIZE = 5
/** The left half with its middle: what the bits stand for. */
const CELLS = 15
/** A face needs something to be seen by, and something to be seen through. */
const FEWEST = 7
const MOST = 11
const TRIES = 20

export function pixels(name: string): Pixels {
  const seed = hash(name.normalize('NFC').trim().toLowerCase())
  const bits = goodFace(seed)
  const rows = Array.from({ length: SIZE }, (_, y) =>
    Array.from({ length: SIZE }, (_, x) => ((bits >>> (y * 3 + Math.min(x, SIZE - 1 - x))) & 1) === 1),
  )
  const hue = seed % 360
  return { colour: `hsl(${hue} 60% 45%)`, rows }
}

function goodFace(seed: number): number {
  let bits = scramble(seed)
  // Bounded, because somewhere among all names one may lead in a circle.
  for (let tries = 0; tries < TRIES && !isFace(bits); tries++) bits = scramble(bits + 1)
  return bits
}

const isFace = (bits: number) => count(bits) >= FEWEST && count(bits) <= MOST

function count(bits: number): number {
  let on = 0
  for (let at = 0; at < CELLS; at++) on += (bits >>> at) & 1
  return on
}

/** FNV-1a over UTF-16 units: short, and the same everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** Spreads neighbours apart, so that Ann and Anna do not look alike. */
function scramble(seed: number): number {
  let value = seed ^ (seed >>> 16)
  value = Math.imul(value, 0x45d9f3b)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 12)) >>> 0
}
