// Marks in what people write: what becomes bold, code, a quote or a list, and what stays as it was typed.
import { expect, test } from 'vitest'
import { type Block, blocksOf, plainOf, proseOf } from '../../client/state/blocks.ts'
import type { Span } from '../../client/state/spans.ts'

/** As a line: <b i c> before what is bold, italic or code, [text > address] for a link. */
function line({ text, bold, italic, code, href }: Span): string {
  const looks = [bold && 'b', italic && 'i', code && 'c'].filter(Boolean).join('')
  const shown = href ? `[${text} > ${href}]` : text
  return looks ? `<${looks} ${shown}>` : shown
}
function draw(block: Block): unknown {
  if (block.kind === 'text') return block.spans.map(line).join('')
  if (block.kind === 'code') return { code: block.text }
  if (block.kind === 'quote') return { quote: block.blocks.map(draw) }
  return block.items.map(({ number, blocks }) => [number ?? '-', ...blocks.map(draw)])
}
const shown = (text: string) => blocksOf(text).map(draw)

test.each([
  ['**bold** and *italic* and _italic_', '<b bold> and <i italic> and <i italic>'],
  ['***both***', '<bi both>'],
  ['**bold *both* bold**', '<b bold ><bi both><b  bold>'],
  ['***both* bold**', '<bi both><b  bold>'],
  ['*it **both***', '<i it ><bi both>'],
  ['__bold__', '<b bold>'],
  ['a (*b*), "*c*"', 'a (<i b>), "<i c>"'],
  ['`code *not italic*`', '<c code *not italic*>'],
  ['`` a ` b ``', '<c a ` b>'],
  ['**`code`**', '<bc code>'],
  ['**two\nlines**', '<b two\nlines>'],
  ['这是**粗体**字', '这是<b 粗体>字'],
  ['🎉**party**🎉', '🎉<b party>🎉'],
])('marks in %j', (text, expected) => {
  expect(shown(text)).toEqual([expected])
})

test.each([
  'plain, with  spaces\n\n  and lines',
  '**unclosed and *this',
  'unopened** and this*',
  '** spaced ** and * this *',
  'snake_case_name and 2*3*4 and 2**3**4',
  '-_- and -_-, >_<, ^_^',
  '*_* and *',
  '¯\\_(ツ)_/¯',
  '**not over\n\nan empty line**',
  '****four****',
  '*crossing _marks',
  '`unclosed',
  '``two`',
  '*',
  '>_< is no quote',
  '#1 is no heading',
  '-1 is no list',
  '- - -',
  '* * *',
  '-',
  '>',
  '> ',
  '1.',
  '1) one',
  '```\nunclosed',
  '```\n```',
  '@Ann_B and @_Cleo_',
  '<b>bold</b> &amp; &lt;',
])('without a mark %j is shown as it was typed', text => {
  expect(shown(text)).toEqual([text])
})

test.each([
  ['see https://a.example/b, please', 'see [https://a.example/b > https://a.example/b], please'],
  ['**https://a.example/b**', '<b [https://a.example/b > https://a.example/b]>'],
  ['https://a.example/*b*_c_', '[https://a.example/*b*_c > https://a.example/*b*_c]_'],
  ['[here](https://a.example/b_(c))', '[here > https://a.example/b_(c)]'],
  ['*[here](https://a.example/)*', '<i [here > https://a.example/]>'],
  ['[write](mailto:ann@a.example)', '[write > mailto:ann@a.example]'],
  ['mailto:ann@a.example', 'mailto:ann@a.example'],
  ['[https://a.example/](https://a.example/)', '[https://a.example/ > https://a.example/]'],
  ['[www.bank.example](https://a.example/)', '[www.bank.example]([https://a.example/ > https://a.example/])'],
  ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
  ['[x](JaVaScRiPt:alert(1))', '[x](JaVaScRiPt:alert(1))'],
  ['[x](data:text/html,hi)', '[x](data:text/html,hi)'],
  ['[x](/r/room)', '[x](/r/room)'],
  ['[x]()', '[x]()'],
  ['[a [b](https://a.example/)', '[a [b > https://a.example/]'],
  ['(https://a.example/b_(c))', '([https://a.example/b_(c) > https://a.example/b_(c)])'],
  ['https://', 'https://'],
  ['https://a.example/"onclick="x', '[https://a.example/ > https://a.example/]"onclick="x'],
  ['`https://a.example`', '<c https://a.example>'],
])('links in %j', (text, expected) => {
  expect(shown(text)).toEqual([expected])
})

test.each<[string, unknown[]]>([
  ['Look:\n```ts\nlet a = 1\n\n  b\n```\nDone', ['Look:', { code: 'let a = 1\n\n  b' }, 'Done']],
  ['```first line\nlast line```', [{ code: 'first line\nlast line' }]],
  ['```one line```', ['<c one line>']],
  ['> *quoted*\n> twice\n\nanswer', [{ quote: ['<i quoted>\ntwice'] }, 'answer']],
  ['> > nested', [{ quote: [{ quote: ['nested'] }] }]],
  [
    '- one\n- **two**\n  - inner\n  more',
    [
      [
        ['-', 'one'],
        ['-', '<b two>', [['-', 'inner']], 'more'],
      ],
    ],
  ],
  [
    '1. one\n3. three\n* other',
    [
      [
        [1, 'one'],
        [3, 'three'],
      ],
      [['-', 'other']],
    ],
  ],
  ['before\n\n- one\n\nafter', ['before', [['-', 'one']], 'after']],
  ['> - one\n> ```\n> code\n> ```', [{ quote: [[['-', 'one']], { code: 'code' }] }]],
])('blocks in %j', (text, expected) => {
  expect(shown(text)).toEqual(expected)
})

test('nesting ends somewhere', () => {
  const depth = JSON.stringify(blocksOf(`${'> '.repeat(4000)}deep`)).split('"quote"').length - 1
  expect(depth).toBe(4)
})

test('in a line and for mentions there are no marks, and for mentions no code and no links', () => {
  const text = '**Hi** @Ben\n- `@Ann` [@Cleo](https://a.example)\n1. two\n```\n@Dan\n```\n> _yes_'
  expect(plainOf(text)).toBe('Hi @Ben\n@Ann @Cleo\n1. two\n@Dan\nyes')
  expect(proseOf(text).join('')).toBe('Hi @Ben twoyes')
})

const LARGE = 8192
test.each([
  ...[
    '*',
    '_',
    '`',
    '>',
    '[',
    ']',
    '(',
    ')',
    '-',
    '>',
    '> ',
    '\n',
    ' ',
    '\\',
    '@',
    'https://',
    'https://a)',
    'https://:',
  ],
  ...[
    '*a ',
    '_a',
    '*a _b ',
    '**a*',
    '* ',
    '- ',
    '> ',
    '>\n',
    '- - ',
    '1. ',
    '[a](',
    '[a](b',
    '[a](()',
    '[[a]',
  ],
  ...[
    '`a``b',
    '```\n',
    '```a\n',
    'a```\n',
    '```\na',
    '\n ',
    '\n\n*a',
    '*\n',
    '_*',
    '***a',
    '*a* ',
    '**a** `b` ',
  ],
])('8 KiB of %j are read at once, and nothing of it is lost', sign => {
  const text = sign.repeat(Math.ceil(LARGE / sign.length)).slice(0, LARGE)
  const start = performance.now()
  const plain = plainOf(text)
  expect(performance.now() - start).toBeLessThan(1000)
  const letters = (text: string) => text.replace(/[^a-z]/g, '').length
  expect(letters(plain)).toBeGreaterThanOrEqual(letters(text) / 2)
})
