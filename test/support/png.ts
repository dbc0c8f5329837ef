// Pictures as strangers send them, right and wrong, made by other code than the server's.
import { crc32, deflateSync } from 'node:zlib'

interface Wish {
  readonly width?: number
  readonly height?: number
  readonly colour?: number
  readonly bits?: number
  readonly interlace?: number
  /** The lines before they are packed; each begins with its filter. */
  readonly lines?: Buffer
  /** What stands for the packed lines. */
  readonly packed?: Buffer
  /** Between the header and the lines. */
  readonly more?: readonly Buffer[]
}

const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
export const end = () => chunk('IEND', Buffer.alloc(0))

export function chunk(type: string, data: Buffer, sum?: number): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(sum ?? crc32(named))
  return Buffer.concat([length, named, check])
}

export function png(wish: Wish = {}): Buffer {
  const { width = 8, height = width, colour = 6, more = [] } = wish
  const lines = () => wish.lines ?? plain(width, height, samples[colour] ?? 1)
  const packed = wish.packed ?? deflateSync(lines())
  return Buffer.concat([pngHead(wish), ...more, chunk('IDAT', packed), end()])
}

/** Says how large it is, and holds nothing. */
export function pngHead({ width = 8, height = width, colour = 6, bits = 8, interlace = 0 }: Wish): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bits, colour, 0, 0, interlace], 8)
  return Buffer.concat([signature, chunk('IHDR', header)])
}

/** Unfiltered, each byte of a pixel another. */
function plain(width: number, height: number, depth: number): Buffer {
  const length = width * depth
  return Buffer.concat(
    Array.from({ length: height }, (_, y) =>
      Buffer.from([0, ...Array.from({ length }, (_, x) => (x * 7 + y * 13) % 251)]),
    ),
  )
}
