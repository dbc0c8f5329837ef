// Reads a PNG that a stranger has sent, and believes nothing of it: sizes are checked before anything is unpacked,
// and every chunk against its sum. What is not plainly a small square picture is none.
import { promisify } from 'node:util'
import { crc32, inflate } from 'node:zlib'
import { Refusal } from '#protocol/refusal.ts'

/** Four bytes a pixel: red, green, blue, and how much of it is seen. */
export interface Raster {
  readonly size: number
  readonly pixels: Buffer
}

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

interface Header {
  readonly size: number
  readonly colour: number
}

export const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const MOST_PIXELS_WIDE = 256
/** Bytes a pixel by colour type: grey, colours, an index into the palette, grey and seen, colours and seen. */
const depths: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const unpack = promisify(inflate)

export async function readPng(bytes: Buffer): Promise<Raster> {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw wrong()
  const chunks = [...chunksOf(bytes)]
  const { size, colour } = readHeader(chunks[0])
  const depth = depths[colour] ?? 0
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const length = size * (1 + size * depth)
  const lines = await unpack(packed, { maxOutputLength: length }).catch(() => undefined)
  if (lines?.length !== length) throw wrong()
  const samples = unfiltered(lines, size, depth)
  return { size, pixels: coloured(samples, { size, colour }, paletteOf(chunks), dataOf(chunks, 'tRNS')) }
}

/** Up to the end that the picture itself has, which must be the end of all. */
function* chunksOf(bytes: Buffer): Generator<Chunk> {
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length) throw wrong()
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw wrong()
    const type = bytes.toString('latin1', at + 4, at + 8)
    // What a reader must understand begins with a capital letter.
    if (/^[A-Z]/.test(type) && !['IHDR', 'PLTE', 'IDAT', 'IEND'].includes(type)) throw wrong()
    yield { type, data: bytes.subarray(at + 8, end) }
    at = end + 4
    if (type !== 'IEND') continue
    if (at === bytes.length) return
    break
  }
  throw wrong()
}

function readHeader(chunk: Chunk | undefined): Header {
  if (chunk?.type !== 'IHDR' || chunk.data.length !== 13) throw wrong()
  const [size, height] = [chunk.data.readUInt32BE(0), chunk.data.readUInt32BE(4)]
  const [bits, colour = -1, compression, filter, interlace] = chunk.data.subarray(8)
  const plain = bits === 8 && compression === 0 && filter === 0 && interlace === 0
  if (!plain || !Object.hasOwn(depths, colour)) throw wrong()
  if (size !== height || size < 1 || size > MOST_PIXELS_WIDE) throw wrong()
  return { size, colour }
}

const dataOf = (chunks: readonly Chunk[], wanted: string) =>
  chunks.find(({ type }) => type === wanted)?.data ?? Buffer.alloc(0)

function paletteOf(chunks: readonly Chunk[]): Buffer {
  const palette = dataOf(chunks, 'PLTE')
  if (palette.length % 3 !== 0 || palette.length > 768) throw wrong()
  return palette
}

/** Each line says how it was made smaller: by what stands left, above, or both. */
function unfiltered(lines: Buffer, size: number, depth: number): Buffer {
  const width = size * depth
  const out = Buffer.alloc(size * width)
  for (let y = 0; y < size; y++) {
    const filter = lines[y * (width + 1)] ?? 0
    if (filter > 4) throw wrong()
    for (let x = 0; x < width; x++) {
      const sent = lines[y * (width + 1) + 1 + x] ?? 0
      out[y * width + x] = sent + predicted(filter, out, { x, y, width, depth })
    }
  }
  return out
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly depth: number
}

/** What a sample is likely to be, by those that stand left, above, and in the corner between. */
export function predicted(filter: number, samples: Buffer, { x, y, width, depth }: Spot): number {
  const at = y * width + x
  const left = x < depth ? 0 : (samples[at - depth] ?? 0)
  const above = y === 0 ? 0 : (samples[at - width] ?? 0)
  const corner = x < depth || y === 0 ? 0 : (samples[at - width - depth] ?? 0)
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  if (filter !== 4) return 0
  const guess = left + above - corner
  const toLeft = Math.abs(guess - left)
  const toAbove = Math.abs(guess - above)
  const toCorner = Math.abs(guess - corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

function coloured(samples: Buffer, { size, colour }: Header, palette: Buffer, unseen: Buffer): Buffer {
  const depth = depths[colour] ?? 1
  const out = Buffer.alloc(size * size * 4)
  for (let at = 0; at < size * size; at++) {
    const [one = 0, two = 0, three = 0, four = 0] = samples.subarray(at * depth, (at + 1) * depth)
    if (colour === 0) out.set([one, one, one, one === unseen[1] ? 0 : 255], at * 4)
    if (colour === 2) out.set([one, two, three, isUnseen([one, two, three], unseen) ? 0 : 255], at * 4)
    if (colour === 4) out.set([one, one, one, two], at * 4)
    if (colour === 6) out.set([one, two, three, four], at * 4)
    if (colour !== 3) continue
    if (one * 3 >= palette.length) throw wrong()
    out.set([...palette.subarray(one * 3, one * 3 + 3), unseen[one] ?? 255], at * 4)
  }
  return out
}

/** One colour may stand for nothing; two bytes for each of its parts. */
const isUnseen = (parts: readonly number[], unseen: Buffer) =>
  unseen.length === 6 && parts.every((part, index) => part === unseen[index * 2 + 1])

const wrong = () => new Refusal('picture.wrong')
