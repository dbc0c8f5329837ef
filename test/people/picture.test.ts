// Pictures that people give themselves: read strictly, drawn anew.
import { randomBytes } from 'node:crypto'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redrawn } from '../../server/people/picture.ts'
import { readPng } from '../../server/people/png-read.ts'
import { writePng } from '../../server/people/png-write.ts'
import { chunk, end, png } from '../support/png.ts'

const one = (...bytes: number[]) => Buffer.from([0, ...bytes])

describe('[AC8] every kind of PNG that is taken shows the same pixels afterwards', () => {
  test.each([
    ['grey', { colour: 0, lines: one(7) }, [7, 7, 7, 255]],
    [
      'grey with one that is unseen',
      { colour: 0, lines: one(7), more: [chunk('tRNS', Buffer.from([0, 7]))] },
      [7, 7, 7, 0],
    ],
    ['colours', { colour: 2, lines: one(1, 2, 3) }, [1, 2, 3, 255]],
    [
      'colours with one that is unseen',
      { colour: 2, lines: one(1, 2, 3), more: [chunk('tRNS', Buffer.from([0, 1, 0, 2, 0, 3]))] },
      [1, 2, 3, 0],
    ],
    [
      'a palette',
      { colour: 3, lines: one(1), more: [chunk('PLTE', Buffer.from([9, 9, 9, 4, 5, 6]))] },
      [4, 5, 6, 255],
    ],
    [
      'a palette with what is half seen',
      {
        colour: 3,
        lines: one(0),
        more: [chunk('PLTE', Buffer.from([9, 8, 7])), chunk('tRNS', Buffer.from([128]))],
      },
      [9, 8, 7, 128],
    ],
    ['grey, half seen', { colour: 4, lines: one(7, 100) }, [7, 7, 7, 100]],
    ['colours, half seen', { colour: 6, lines: one(1, 2, 3, 100) }, [1, 2, 3, 100]],
  ])('%s', async (_, wish, pixel) => {
    const drawn = await redrawn(png({ width: 1, ...wish }))
    expect([...(await readPng(drawn)).pixels]).toEqual(pixel)
  })

  test('whatever the pixels are, and however each line was filtered', async () => {
    const pictures = fc.integer({ min: 1, max: 12 }).chain(size =>
      fc.record({
        size: fc.constant(size),
        bytes: fc.uint8Array({ minLength: size * size * 4, maxLength: size * size * 4 }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(pictures, async ({ size, bytes }) => {
        const pixels = Buffer.from(bytes)
        expect((await readPng(await writePng({ size, pixels }))).pixels).toEqual(pixels)
      }),
    )
  })

  test.each([
    [1, [10, 20, 5, 5], [10, 30, 5, 10]],
    [2, [10, 20, 5, 5], [10, 20, 15, 25]],
    [3, [10, 20, 5, 5], [10, 25, 10, 22]],
    [4, [10, 20, 5, 5], [10, 30, 15, 35]],
  ])('filter %i, worked out by hand', async (filter, [a = 0, b = 0, c = 0, d = 0], pixels) => {
    const lines = Buffer.from([filter, a, b, filter, c, d])
    const { pixels: read } = await readPng(png({ width: 2, colour: 0, lines }))
    expect([0, 1, 2, 3].map(at => read[at * 4])).toEqual(pixels)
  })
})

test('[AC8] nothing of what was sent is left but the pixels', async () => {
  const secret = 'taken at 52.5 N 13.4 E'
  const more = [chunk('tEXt', Buffer.from(`Comment\0${secret}`)), chunk('eXIf', Buffer.from(secret))]
  const sent = png({ width: 64, more })
  expect(sent.toString('latin1')).toContain(secret)
  const drawn = await redrawn(sent)
  expect(drawn.toString('latin1')).not.toContain(secret)
  expect(typesIn(drawn)).toEqual(['IHDR', 'IDAT', 'IEND'])
  expect(await redrawn(drawn)).toEqual(drawn)
})

const huge = (size: number) => png({ width: size, packed: deflateSync(Buffer.alloc(1000)) })
const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024))

test.each([
  ['nothing', Buffer.alloc(0)],
  ['noise', randomBytes(1000)],
  ['a signature and no more', png().subarray(0, 8)],
  ['one that is cut off', png().subarray(0, -5)],
  ['a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(500)])],
  ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['65535 by 65535', huge(65_535)],
  ['2147483647 by 2147483647', huge(2_147_483_647)],
  ['0 by 0', huge(0)],
  ['257 by 257', png({ width: 257 })],
  ['wide and flat', png({ width: 16, height: 8 })],
  ['lines that unpack to 64 MB', png({ packed: bomb })],
  ['too few lines', png({ lines: Buffer.alloc(33) })],
  ['one byte too many', png({ lines: Buffer.alloc(8 * 33 + 1) })],
  ['lines that cannot be unpacked', png({ packed: randomBytes(50) })],
  ['an unknown filter', png({ width: 1, colour: 0, lines: Buffer.from([5, 0]) })],
  ['16 bits', png({ bits: 16 })],
  ['an unknown kind of colour', png({ colour: 5 })],
  ['interlaced', png({ interlace: 1 })],
  [
    'a wrong sum',
    Buffer.concat([png().subarray(0, 8), chunk('IHDR', png().subarray(16, 29), 1), png().subarray(33)]),
  ],
  ['bytes after the end', Buffer.concat([png(), Buffer.from([0])])],
  ['a page after the end', Buffer.concat([png(), Buffer.from('<html><script>alert(1)</script>')])],
  ['a second end', Buffer.concat([png(), end()])],
  ['no header', Buffer.concat([png().subarray(0, 8), png().subarray(33)])],
  ['a chunk that must be understood', png({ more: [chunk('ABCD', Buffer.alloc(4))] })],
  ['a chunk longer than all', png({ more: [Buffer.from('7fffffff74455874', 'hex')] })],
  ['a palette that is missing', png({ width: 1, colour: 3, lines: Buffer.from([0, 0]) })],
  [
    'a colour past the palette',
    png({ width: 1, colour: 3, lines: Buffer.from([0, 1]), more: [chunk('PLTE', Buffer.alloc(3))] }),
  ],
  ['a palette of half a colour', png({ more: [chunk('PLTE', Buffer.alloc(4))] })],
])('[AC8] %s is no picture', async (_, bytes) => {
  await expect(redrawn(bytes)).rejects.toMatchObject({ code: 'picture.wrong' })
})

test('[AC8] whatever is changed in a right one, it is another right one or none', async () => {
  const right = png({ width: 4 })
  await fc.assert(
    fc.asyncProperty(fc.nat(right.length - 1), fc.nat(255), async (at, value) => {
      const changed = Buffer.from(right)
      changed[at] = value
      await redrawn(changed).catch(error => expect(error).toMatchObject({ code: 'picture.wrong' }))
    }),
  )
})

test('[AC8] noise as large as may be sent stays below what is kept, or is refused', async () => {
  const lines = Buffer.concat(
    Array.from({ length: 256 }, () => Buffer.concat([Buffer.alloc(1), randomBytes(256)])),
  )
  const palette = chunk('PLTE', randomBytes(768))
  await expect(redrawn(png({ width: 256, colour: 3, lines, more: [palette] }))).rejects.toMatchObject({
    code: 'picture.wrong',
  })
})

/** By a reader of its own; it also checks every sum, and that the lines unpack to what they should. */
function typesIn(bytes: Buffer): string[] {
  const types: string[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    expect(crc32(bytes.subarray(at + 4, at + 8 + length))).toBe(bytes.readUInt32BE(at + 8 + length))
    types.push(bytes.toString('latin1', at + 4, at + 8))
    if (types.at(-1) === 'IDAT') inflateSync(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return types
}
