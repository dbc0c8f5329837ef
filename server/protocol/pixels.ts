// Pixel avatars: five by five, mirrored, from the hash of a name; the same on server and page. Free of zod and DOM.

export interface Pixels {
  readonly colour: string
  readonly rows: readonly (readonly boolean[])[]
}

const SIZE = 5

export function pixels(name: string): Pixels {
  const seed = hash(name.normalize('NFC').trim().toLowerCase())
  const bits = scramble(seed)
  const rows = Array.from({ length: SIZE }, (_, y) =>
    Array.from({ length: SIZE }, (_, x) => ((bits >>> (y * 3 + Math.min(x, SIZE - 1 - x))) & 1) === 1),
  )
  const hue = seed % 360
  return { colour: `hsl(${hue} 60% 45%)`, rows }
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
