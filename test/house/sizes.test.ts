// The house rule of sizes: a file that passes the cap is two ideas.
import { expect, test } from 'vitest'
import { readTree } from './imports.ts'

const CAP = 300
/** Files that may be longer, each with its reason. The list should stay empty. */
const exceptions: Readonly<Record<string, string>> = {}

test(`no file is longer than ${CAP} lines`, () => {
  const long = readTree().filter(({ text }) => text.split('\n').length > CAP + 1)
  expect(long.map(({ file }) => file).filter(file => !exceptions[file])).toEqual([])
})

test('there are no barrels and no rooms for odds and ends', () => {
  const vague = /(^|\/)(index|utils?|helpers?|common|shared|misc|manager|core)(\.tsx?|\/)/
  expect(
    readTree()
      .map(({ file }) => file)
      .filter(file => vague.test(file)),
  ).toEqual([])
})

test('every file says in its first line what lives there', () => {
  const silent = readTree().filter(({ text }) => !text.startsWith('//'))
  expect(silent.map(({ file }) => file)).toEqual([])
})
