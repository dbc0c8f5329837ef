// Any picture as a small square: the middle of it, as a PNG that the server takes.

const SIZES = [128, 96, 64]
/** What the server takes at most. */
const BYTES = 48_000

/** As base64; it fails when the browser cannot read the file as a picture. */
export async function squared(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file)
  try {
    for (const size of SIZES) {
      const drawn = await toPng(picture, size)
      if (drawn.size <= BYTES) return asBase64(new Uint8Array(await drawn.arrayBuffer()))
    }
  } finally {
    picture.close()
  }
  throw new Error('too much in it')
}

async function toPng(picture: ImageBitmap, size: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const side = Math.min(picture.width, picture.height)
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2]
  const pen = canvas.getContext('2d')
  if (pen) pen.imageSmoothingQuality = 'high'
  pen?.drawImage(picture, left, top, side, side, 0, 0, size, size)
  return new Promise((done, fail) =>
    canvas.toBlob(blob => (blob ? done(blob) : fail(new Error('not drawn'))), 'image/png'),
  )
}

function asBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
