// Writes a PNG of our own: nothing in it but the pixels.
import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import { predicted, type Raster, SIGNATURE } from './png-read.ts'

const pack = promisify(deflate)
/** What fits pictures best: a sample is told by what it differs from those around it. */
const AROUND = 4

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

function filtered(samples: Buffer, size: number, depth: number): Buffer {
  const width = size * depth
  const out = Buffer.alloc(size * (width + 1))
  for (let y = 0; y < size; y++) {
    const line = out.subarray(y * (width + 1))
    line[0] = AROUND
    for (let x = 0; x < width; x++) {
      const sample = samples[y * width + x] ?? 0
      line[x + 1] = sample - predicted(AROUND, samples, { x, y, width, depth })
    }
  }
  return out
}
