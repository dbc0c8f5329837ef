// Whether bytes begin a picture that browsers show, and how large it is then. Only they are asked: a name may lie.

export interface Picture {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'
  /** As it is shown: a camera may say that it was held upright. */
  readonly width: number
  readonly height: number
}
interface Size {
  readonly width: number
  readonly height: number
}

/** So many bytes tell; what a camera writes before its picture is not much more than half of that. */
export const PICTURE_HEAD = 256 * 1024
/** More than this nobody's browser should have to unpack. */
const MOST_PIXELS = 100_000_000

const formats: Readonly<Record<Picture['type'], (head: Buffer) => Size | undefined>> = {
  'image/png': pngSize,
  'image/jpeg': jpegSize,
  'image/gif': gifSize,
  'image/webp': webpSize,
}

/** Undefined for anything else, and for a picture whose beginning makes no sense. */
export function pictureOf(head: Buffer): Picture | undefined {
  for (const [type, sizeOf] of Object.entries(formats) as [Picture['type'], typeof pngSize][]) {
    const size = sizeOf(head)
    if (!size) continue
    const { width, height } = size
    return width > 0 && height > 0 && width * height <= MOST_PIXELS ? { type, width, height } : undefined
  }
  return undefined
}

function pngSize(head: Buffer): Size | undefined {
  if (head.length < 33 || head.toString('latin1', 0, 16) !== '\x89PNG\r\n\x1a\n\0\0\0\rIHDR') return undefined
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
}

function gifSize(head: Buffer): Size | undefined {
  if (head.length < 13 || !/^GIF8[79]a$/.test(head.toString('latin1', 0, 6))) return undefined
  return { width: head.readUInt16LE(6), height: head.readUInt16LE(8) }
}

function webpSize(head: Buffer): Size | undefined {
  if (head.length < 30 || !/^RIFF.{4}WEBPVP8[ LX]$/s.test(head.toString('latin1', 0, 16))) return undefined
  switch (head[15]) {
    case 0x20:
      if (head.toString('latin1', 23, 26) !== '\x9d\x01\x2a') return undefined
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff }
    case 0x4c: {
      const bits = head.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    default:
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 }
  }
}

/** From one segment to the next, until the one that tells the size. */
function jpegSize(head: Buffer): Size | undefined {
  if (head.length < 4 || head.readUInt16BE(0) !== 0xffd8) return undefined
  let turned = false
  for (let at = 2; at + 9 <= head.length; ) {
    if (head[at] !== 0xff) return undefined
    const marker = head[at + 1] ?? 0
    const length = head.readUInt16BE(at + 2)
    if (isFrame(marker)) {
      const [height, width] = [head.readUInt16BE(at + 5), head.readUInt16BE(at + 7)]
      return turned ? { width: height, height: width } : { width, height }
    }
    // What comes before the frame are tables and notes, each at least as long as its own length.
    if (marker < 0xc0 || marker === 0xd9 || marker === 0xda || length < 2) return undefined
    if (marker === 0xe1) turned ||= isTurned(head.subarray(at + 4, at + 2 + length))
    at += 2 + length
  }
  return undefined
}

/** SOF0 to SOF15, among which three markers mean something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const ORIENTATION = 0x0112

/** By the note of the camera (Exif) the picture lies on its side. */
function isTurned(note: Buffer): boolean {
  if (note.toString('latin1', 0, 6) !== 'Exif\0\0' || note.length < 16) return false
  const tiff = note.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => {
    if (at + 2 > tiff.length) return 0
    return little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  }
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const entries = Math.min(short(first), 64)
  for (let entry = 0; entry < entries; entry++) {
    const at = first + 2 + entry * 12
    if (short(at) === ORIENTATION) return short(at + 8) >= 5 && short(at + 8) <= 8
  }
  return false
}
