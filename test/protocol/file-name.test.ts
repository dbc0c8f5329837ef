// What a file is called here, whatever it was called where it comes from.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from '#protocol/text.ts'

test.each([
  ['Plan of the garden.pdf', 'Plan of the garden.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Ann\\plan.pdf', 'plan.pdf'],
  ['..', 'file'],
  ['.', 'file'],
  ['', 'file'],
  ['/', 'file'],
  ['   ', 'file'],
  ['.htaccess', 'htaccess'],
  ['plan.pdf. . ', 'plan.pdf'],
  ['a\r\nContent-Type: text/html\t.png', 'aContent-Type: text/html.png'.split('/').at(-1)],
  ['"quoted" and \'so\'.txt', '"quoted" and \'so\'.txt'],
  ['photo\u202egnp.exe', 'photognp.exe'],
  ['\u2066\u200f\u061cx\u2069.txt', 'x.txt'],
  ['e\u0301.txt', '\u00e9.txt'],
  ['\u{1f600}.png', '\u{1f600}.png'],
])('[FL7] %j is called %j', (given, called) => {
  expect(fileName.parse(given)).toBe(called)
})

test('[FL7] a name that is too long is cut, and keeps its ending', () => {
  expect(fileName.parse(`${'x'.repeat(300)}.pdf`)).toBe(`${'x'.repeat(196)}.pdf`)
  expect(fileName.parse('x'.repeat(300))).toBe('x'.repeat(200))
  expect(fileName.parse(`x.${'y'.repeat(300)}`)).toHaveLength(200)
  const smiles = fileName.parse(`${'\u{1f600}'.repeat(100)}.png`)
  expect(smiles).toBe(`${'\u{1f600}'.repeat(49)}.png`)
  expect(fileName.safeParse('x'.repeat(1025)).success).toBe(false)
})

test('[FL7] whatever it is called, it can be shown and saved', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), given => {
      const name = fileName.parse(given.toWellFormed())
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
      expect(name).toMatch(/^[^/\\.\p{Cc}\p{Cs}][^/\\\p{Cc}\p{Cs}]*$/u)
      expect(name).toBe(name.trim())
    }),
    { numRuns: 500 },
  )
})
