// How a message that was found is shown in a line.
import { expect, test } from 'vitest'
import { excerptOf } from '../../client/state/found.ts'

/** The words that were looked for in brackets. */
const shown = (text: string, sought: string, files?: { name: string }[]) =>
  excerptOf({ text, files }, sought)
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join('')

test.each([
  ['The garden party', 'garden', 'The [garden] party'],
  ['The garden party', 'part the', '[The] garden [part]y'],
  ['Zoë, ZOE and zo', 'zoe', '[Zoë], [ZOE] and zo'],
  ['two\n\n lines', 'lines', 'two [lines]'],
  ['我喜欢花园', '花园', '我喜欢[花园]'],
  ['garden', 'gard garden', '[gard]en'],
] as const)('[CH24] %j, looked for by %j', (text, sought, line) => {
  expect(shown(text, sought)).toBe(line)
})

test('[CH24] a file is shown by its name', () => {
  expect(shown('', 'plan', [{ name: 'plan.pdf' }])).toBe('[plan].pdf')
})

test('[CH24] of a long message one sees what stands around the first word, and no half of a sign', () => {
  const text = `${'before '.repeat(50)}needle ${'after 🎉 '.repeat(50)}`
  const line = shown(text, 'needle')
  expect(line).toMatch(/^…before .*before \[needle\] after/)
  expect(line.length).toBeLessThan(250)
  expect(line.isWellFormed()).toBe(true)
})

test('[CH24] a message of 8 KiB without a space is shown as well', () => {
  expect(shown(`${'花'.repeat(2000)}園`, '園')).toBe(`…${'花'.repeat(40)}[園]`)
})
