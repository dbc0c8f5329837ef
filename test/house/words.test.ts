// The page of the words says what the code says: every message, every rule, every permission.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { facts, requests } from '#protocol/message.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { permissions, type Standing } from '../../server/room/permission.ts'

// The formatter widens tables: that changes none of what they say.
const narrow = (text: string) => text.replace(/ +/g, ' ').replace(/-{4,}/g, '---')
const page = narrow(readFileSync('server/protocol/README.md', 'utf8'))
const section = (from: string, to: string) => page.slice(page.indexOf(from), page.indexOf(to))
const firstCells = (text: string) => [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(match => match[1])

test('the page lists every message of clients', () => {
  const listed = firstCells(section('## Messages of clients', '## Messages of the server'))
  expect(listed.sort()).toEqual(Object.keys(requests).sort())
})

test('the page lists every message of the server', () => {
  const types = facts.map(schema => schema.shape.type.value)
  const listed = firstCells(section('## Messages of the server', '## Who may send what'))
  expect(listed.sort()).toEqual(types.sort())
})

test('every rule is named by a test, and every test names a rule that exists', () => {
  const rules = [...page.matchAll(/^- \*\*\[([A-Z]{2}\d+)\]\*\*/gm)].map(match => match[1])
  const tests = globSync('test/**/*.test.ts').map(file => readFileSync(file, 'utf8'))
  const named = tests.flatMap(text => [...text.matchAll(/\[([A-Z]{2}\d+)\]/g)].map(match => match[1]))
  expect(new Set(rules).size).toBe(rules.length)
  expect([...new Set(named)].sort()).toEqual([...rules].sort())
})

test('the page shows the permission table as it is', () => {
  const start = '<!-- table: permissions -->\n'
  const shown = page.slice(page.indexOf(start) + start.length, page.indexOf('<!-- end -->'))
  expect(shown.trim()).toBe(narrow(permissionTable()).trim())
})

test('the page is of this version of the words', () => {
  expect(page).toContain(`This is version ${PROTOCOL_VERSION}.`)
})

function permissionTable(): string {
  const columns: Standing[] = [
    'outsider',
    'guest',
    'member',
    'admin',
    'owner',
    'partner',
    'service',
    'operator',
  ]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rows = Object.entries(permissions).map(([right, { who, scope }]) =>
    line([
      `\`${right}\``,
      ...columns.map(column => (!who.has(column) ? '' : column === 'service' ? (scope ?? 'yes') : 'yes')),
    ]),
  )
  return [line(['', ...columns]), line(['---', ...columns.map(() => '---')]), ...rows].join('\n')
}
