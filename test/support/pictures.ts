// The beginnings of pictures of all kinds but PNG, with what they say of their size.

/** Up to its frame, after the note of a camera that says how it was held, and one that is long. */
export function jpegHead(width: number, height: number, orientation?: number, notes = 0): Buffer {
  const frame = Buffer.alloc(15)
  frame.writeUInt8(8, 0)
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(orientation ? [segment(0xe1, exif(orientation))] : []),
    ...Array.from({ length: notes }, () => segment(0xe2, Buffer.alloc(60_000, 0xff))),
    segment(0xc0, frame),
  ])
}

export function gifHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.write('GIF89a', 'latin1')
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  return head
}

export function webpHead(kind: ' ' | 'L' | 'X', width: number, height: number): Buffer {
  const head = Buffer.alloc(30)
  head.write(`RIFF....WEBPVP8${kind}`, 'latin1')
  if (kind === ' ') {
    head.set([0x9d, 0x01, 0x2a], 23)
    head.writeUInt16LE(width, 26)
    head.writeUInt16LE(height, 28)
  } else if (kind === 'L') {
    head.writeUInt8(0x2f, 20)
    head.writeUInt32LE(((height - 1) << 14) | (width - 1), 21)
  } else {
    head.writeUIntLE(width - 1, 24, 3)
    head.writeUIntLE(height - 1, 27, 3)
  }
  return head
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** One entry, in the order of bytes that Intel likes. */
function exif(orientation: number): Buffer {
  const note = Buffer.alloc(32)
  note.write('Exif\0\0II*\0', 'latin1')
  note.writeUInt32LE(8, 10)
  note.writeUInt16LE(1, 14)
  note.writeUInt16LE(0x0112, 16)
  note.writeUInt16LE(3, 18)
  note.writeUInt32LE(1, 20)
  note.writeUInt16LE(orientation, 24)
  return note
}
