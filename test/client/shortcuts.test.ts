// Which keys mean which shortcut, on any keyboard, and how they are written.
import { expect, test } from 'vitest'
import { capsOf, chapters, shortcutOf } from '../../client/state/shortcuts.ts'

function stroke(key: string, ...held: ('ctrl' | 'meta' | 'alt' | 'shift' | 'AltGraph')[]) {
  const is = (name: (typeof held)[number]) => held.includes(name)
  // As events have them, which are their own in nothing.
  return Object.create({
    ...{ key, ctrlKey: is('ctrl'), metaKey: is('meta'), altKey: is('alt'), shiftKey: is('shift') },
    getModifierState: (name: string) => name === 'AltGraph' && is('AltGraph'),
  })
}

test.each<[string, ReturnType<typeof stroke>, string | undefined, string | undefined]>([
  ['/', stroke('/'), 'search', undefined],
  ['/ where it needs Shift', stroke('/', 'shift'), 'search', undefined],
  ['? which needs Shift', stroke('?', 'shift'), 'help', undefined],
  ['/ where it needs AltGr', stroke('/', 'ctrl', 'alt', 'AltGraph'), 'search', undefined],
  ['c', stroke('c'), 'write', undefined],
  ['c with caps lock', stroke('C'), 'write', undefined],
  ['C', stroke('C', 'shift'), undefined, undefined],
  ['Ctrl+C, which copies', stroke('c', 'ctrl'), undefined, undefined],
  ['Ctrl+P, which prints', stroke('p', 'ctrl'), undefined, undefined],
  ['Ctrl+K', stroke('k', 'ctrl'), 'search', 'search'],
  ['⌘K', stroke('k', 'meta'), 'search', 'search'],
  ['Ctrl+Shift+K', stroke('K', 'ctrl', 'shift'), undefined, undefined],
  ['Alt+↓', stroke('ArrowDown', 'alt'), 'next', 'next'],
  ['Alt+↑', stroke('ArrowUp', 'alt'), 'previous', 'previous'],
  ['↓', stroke('ArrowDown'), undefined, undefined],
  ['Alt+Shift+↓', stroke('ArrowDown', 'alt', 'shift'), undefined, undefined],
  ['Enter', stroke('Enter'), undefined, undefined],
  ['Escape', stroke('Escape'), undefined, undefined],
  ['@', stroke('@'), undefined, undefined],
  ['m', stroke('m'), 'mic', undefined],
  ['6', stroke('6'), 'react', undefined],
  ['Ctrl+F, which finds', stroke('f', 'ctrl'), undefined, undefined],
  ['Space, which is held', stroke(' '), undefined, undefined],
  ['constructor', stroke('constructor'), undefined, undefined],
])('%s', (_what, keys, name, whileWriting) => {
  expect(shortcutOf(keys, { single: true })).toBe(name)
  expect(shortcutOf(keys, { single: false })).toBe(whileWriting)
})

test('no keys mean two things', () => {
  const all = Object.values(chapters).flatMap(chapter => Object.values<readonly string[]>(chapter).flat())
  expect(all).toHaveLength(new Set(all).size)
})

test.each([
  ['/', false, ['/']],
  ['c', false, ['C']],
  ['Ctrl+k', false, ['Ctrl', 'K']],
  ['Ctrl+k', true, ['⌘', 'K']],
  ['Alt+ArrowDown', false, ['Alt', '↓']],
  ['Alt+ArrowDown', true, ['⌥', '↓']],
  ['Escape', true, ['Esc']],
  [' ', false, ['Space']],
])('%s, on a Mac: %s, is written %j', (keys, isMac, caps) => {
  expect(capsOf(keys, isMac)).toEqual(caps)
})
