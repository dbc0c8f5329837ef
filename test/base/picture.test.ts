// What the first bytes say of a picture, and that nothing else is taken for one.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PICTURE_HEAD, pictureOf } from '../../server/base/picture.ts'
import { gifHead, jpegHead, webpHead } from '../support/pictures.ts'
import { png, pngHead } from '../support/png.ts'

test.each([
  ['a PNG', png({ width: 30, height: 20 }), { type: 'image/png', width: 30, height: 20 }],
  ['a GIF', gifHead(30, 20), { type: 'image/gif', width: 30, height: 20 }],
  ['a JPEG', jpegHead(3000, 2000), { type: 'image/jpeg', width: 3000, height: 2000 }],
  ['a JPEG after long notes', jpegHead(30, 20, 1, 4), { type: 'image/jpeg', width: 30, height: 20 }],
  ['a JPEG taken upright', jpegHead(3000, 2000, 6), { type: 'image/jpeg', width: 2000, height: 3000 }],
  ['a JPEG upside down', jpegHead(3000, 2000, 3), { type: 'image/jpeg', width: 3000, height: 2000 }],
  ['a WebP', webpHead(' ', 30, 20), { type: 'image/webp', width: 30, height: 20 }],
  ['a WebP without loss', webpHead('L', 3000, 20), { type: 'image/webp', width: 3000, height: 20 }],
  ['a WebP of many parts', webpHead('X', 30, 2000), { type: 'image/webp', width: 30, height: 2000 }],
])('%s is told with its size', (_, head, picture) => {
  expect(pictureOf(head.subarray(0, PICTURE_HEAD))).toEqual(picture)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('Dear Ann')],
  ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['HTML behind the first bytes of a PNG', Buffer.from('\x89PNG<script>alert(1)</script>', 'latin1')],
  ['HTML behind the first bytes of a GIF', Buffer.from('GIF89a', 'latin1')],
  ['a picture of no width', pngHead({ width: 0, height: 20 })],
  ['a picture of a hundred thousand each way', pngHead({ width: 100_000 })],
  ['a JPEG that is all notes', jpegHead(30, 20, 1, 5).subarray(0, PICTURE_HEAD)],
  ['a JPEG whose note ends before it begins', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['a JPEG that begins with its data', Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 8, 0, 0, 0, 0, 0, 0])],
])('%s is no picture', (_, head) => {
  expect(pictureOf(head)).toBeUndefined()
})

test('a beginning that breaks off anywhere is no picture, or one of the same size', () => {
  const heads = [
    png({ width: 30, height: 20 }),
    jpegHead(30, 20, 6, 1),
    gifHead(30, 20),
    webpHead('X', 30, 20),
  ]
  for (const head of heads) {
    const whole = pictureOf(head)
    for (let length = 0; length < Math.min(head.length, 500); length++)
      expect([undefined, whole]).toContainEqual(pictureOf(head.subarray(0, length)))
  }
})

test('whatever follows the first bytes of a picture, it is read or it is none', () => {
  const starts = [
    pngHead({ width: 1 }).subarray(0, 16),
    Buffer.from([0xff, 0xd8]),
    gifHead(1, 1).subarray(0, 6),
  ]
  const starting = fc.constantFrom(
    ...starts,
    ...[' ', 'L', 'X'].map(kind => webpHead(kind as 'X', 1, 1).subarray(0, 16)),
  )
  fc.assert(
    fc.property(starting, fc.uint8Array({ maxLength: 2000 }), (start, rest) => {
      const picture = pictureOf(Buffer.concat([start, rest]))
      if (picture) expect(picture.width * picture.height).toBeLessThanOrEqual(100_000_000)
    }),
    { numRuns: 5000 },
  )
})
