// Any picture as a small square: the middle of it, as a PNG that the server takes.
import { AVATAR_LENGTH } from '#protocol/limits.ts'

const SIZES = [128, 96, 64]

/** As base64; it fails when the browser cannot read the file as a picture. */
export async function squared(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file)
  try {
    for (const size of SIZES) {
      const drawn = draw(picture, size)
      if (drawn && drawn.length <= AVATAR_LENGTH) return drawn
    }
  } finally {
    picture.close()
  }
  throw new Error('too much in it')
}

function draw(picture: ImageBitmap, size: number): string | undefined {
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const side = Math.min(picture.width, picture.height)
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2]
  const pen = canvas.getContext('2d')
  if (pen) pen.imageSmoothingQuality = 'high'
  pen?.drawImage(picture, left, top, side, side, 0, 0, size, size)
  return canvas.toDataURL('image/png').split(',')[1]
}
