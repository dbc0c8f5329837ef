// What a suite says that it needs, and what is done about it on a machine that lacks it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aptLine, missing } from '../../scripts/needs.mjs'
import { kindOf, needsOf, suites } from '../../scripts/suites.mjs'

test('a command that is nowhere in PATH is missing, one that is there is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'presence-needs-'))
  writeFileSync(join(folder, 'git'), '')
  const names = missing(['chromium', 'git'], `/nowhere:${folder}`).map(({ name }) => name)
  rmSync(folder, { recursive: true })
  expect(names).toEqual(['chromium'])
})

test('only what the chosen suites need is looked for', () => {
  expect(missing([], '/nowhere')).toEqual([])
})

test('one line for apt brings everything that is missing', () => {
  const line = aptLine(missing(['chromium', 'git'], '/nowhere'))
  expect(line).toMatch(/^apt-get update && apt-get install .* chromium git$/)
})

test.each([
  ['// What it is.\n// needs: chromium\n', ['chromium']],
  ['// needs: chromium, git\n', ['chromium', 'git']],
  ['// It has no needs: at all.\n', []],
])('%j needs %j', (source, names) => {
  expect(needsOf('test/a.test.ts', source)).toEqual(names)
})

test('a need that nobody knows is refused with the name of its file', () => {
  expect(() => needsOf('test/a.test.ts', '// needs: chromum\n')).toThrow("test/a.test.ts needs 'chromum'")
})

test.each([
  ['test/room/talk.test.ts', 'quick'],
  ['test/browser/talk.test.ts', 'slow'],
  ['test/start/start.test.ts', 'slow'],
  ['test/live/call.test.ts', 'media'],
  ['test/long/resume.test.ts', 'long'],
  ['test/longer/resume.test.ts', 'quick'],
])('%s is %s', (file, kind) => {
  expect(kindOf(file)).toBe(kind)
})

test('every suite of this project names needs that are known', () => {
  expect(suites().find(({ file }) => file === 'test/start/start.test.ts')?.needs).toEqual(['git'])
})
