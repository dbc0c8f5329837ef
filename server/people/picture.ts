// The picture that somebody gives himself: taken apart and drawn anew, so that nothing of what was sent is kept.
import { Refusal } from '#protocol/refusal.ts'
import { readPng } from './png-read.ts'
import { writePng } from './png-write.ts'

/** What is plain for its size stays far below; noise does not. */
const MOST_BYTES = 96 * 1024

export async function redrawn(bytes: Buffer): Promise<Buffer> {
  const drawn = await writePng(await readPng(bytes))
  if (drawn.length > MOST_BYTES) throw new Refusal('picture.wrong')
  return drawn
}
