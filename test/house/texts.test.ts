// All that people read and hear stands in the languages of the page, and nowhere in its views.
import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

interface Node {
  readonly type: string
  readonly [part: string]: unknown
}

/** What browsers show or speak, and what our own parts do. */
const SAID = /^(aria-label|aria-description|title|placeholder|alt|label|about|text|yes|no|nobody)$/
/** It has the same name everywhere. */
const NAMES = ['Presence']

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Texts that stand in the code itself. */
function textsIn(node: Node): string[] {
  const inside = Object.values(node).flat().filter(isNode).flatMap(textsIn)
  const text = node.type === 'JSXText' ? `${node.value}`.trim() : saidBy(node)
  return text && /\p{L}/u.test(text) ? [text, ...inside] : inside
}

function saidBy({ type, name, value }: Node): string | undefined {
  const isSaid = type === 'JSXAttribute' && isNode(name) && SAID.test(`${name.name}`)
  return isSaid && isNode(value) && value.type === 'Literal' ? `${value.value}` : undefined
}

const textsOf = (file: string, source: string) =>
  textsIn(parseSync(file, source).program as unknown as Node).filter(text => !NAMES.includes(text))

test('views say nothing by themselves', () => {
  const files = globSync('client/view/**/*.tsx')
  expect(files.length).toBeGreaterThan(50)
  const found = files.flatMap(file =>
    textsOf(file, readFileSync(file, 'utf8')).map(text => `${file}: ${text}`),
  )
  expect(found).toEqual([])
})

test('a text that is planted is found', () => {
  expect(
    textsOf('a.tsx', 'const A = () => <p title="Hello">Good <b class="soft">day</b> {t.name} · 7</p>'),
  ).toEqual(['Hello', 'Good', 'day'])
})
