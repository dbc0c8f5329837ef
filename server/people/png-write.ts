// Writes a PNG of our own: nothing in it but the pixels.
import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import { predicted, type Raster, SIGNATURE } from './png-read.ts'

const pack = promisify(deflate)
const FILTERS = [0, 1, 2, 3, 4]

export async function writePng({ size, pixels }: Raster): Promise<Buffer> {
  const depth = isOpaque(pixels) ? 3 : 4
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, depth === 3 ? 2 : 6], 8)
  const samples = depth === 4 ? pixels : withoutAlpha(pixels)
  const packed = await pack(filtered(samples, size, depth), { level: 9 })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const out = Buffer.alloc(data.length + 12)
  out.writeUInt32BE(data.length, 0)
  out.write(type, 4, 'latin1')
  data.copy(out, 8)
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8)
  return out
}

const isOpaque = (pixels: Buffer) => pixels.every((value, at) => at % 4 !== 3 || value === 255)

function withoutAlpha(pixels: Buffer): Buffer {
  const out = Buffer.alloc((pixels.length / 4) * 3)
  for (let at = 0; at * 4 < pixels.length; at++) pixels.copy(out, at * 3, at * 4, at * 4 + 3)
  return out
}

/** For each line the filter that leaves the least, which packs best. */
function filtered(samples: Buffer, size: number, depth: number): Buffer {
  const width = size * depth
  const lines = Array.from({ length: size }, (_, y) => {
    const tries = FILTERS.map(filter => filteredLine(samples, { y, width, depth, filter }))
    return tries.reduce((best, one) => (weight(one) < weight(best) ? one : best))
  })
  return Buffer.concat(lines)
}

interface Line {
  readonly y: number
  readonly width: number
  readonly depth: number
  readonly filter: number
}

function filteredLine(samples: Buffer, { y, width, depth, filter }: Line): Buffer {
  const out = Buffer.alloc(width + 1)
  out[0] = filter
  for (let x = 0; x < width; x++) {
    const at = y * width + x
    const left = x < depth ? 0 : (samples[at - depth] ?? 0)
    const above = y === 0 ? 0 : (samples[at - width] ?? 0)
    const corner = x < depth || y === 0 ? 0 : (samples[at - width - depth] ?? 0)
    out[x + 1] = (samples[at] ?? 0) - predicted(filter, left, above, corner)
  }
  return out
}

/** How far from nothing, up or down. */
function weight(line: Buffer): number {
  let sum = 0
  for (const value of line.subarray(1)) sum += Math.min(value, 256 - value)
  return sum
}
