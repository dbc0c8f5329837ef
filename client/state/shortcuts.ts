// The keys that do something wherever one is. What happens and the list that is shown come from this one table.

interface Shortcut {
  readonly keys: readonly string[]
  readonly does: string
}

const anywhere = {
  help: { keys: ['?'], does: 'Show this list' },
  settings: { keys: [','], does: 'Open your settings' },
}
const inRoom = {
  write: { keys: ['c'], does: 'Write a message' },
  search: { keys: ['/', 'Ctrl+k'], does: 'Search what was said' },
  newest: { keys: ['n'], does: 'Go to the newest message' },
  people: { keys: ['p'], does: 'Go to the people' },
  share: { keys: ['i'], does: 'Bring people in' },
  next: { keys: ['Alt+ArrowDown'], does: 'Go to the next of your rooms' },
  previous: { keys: ['Alt+ArrowUp'], does: 'Go to the room before it' },
}
/** Those belong to the field, which knows them by itself. */
const writing = {
  send: { keys: ['Enter'], does: 'Send' },
  line: { keys: ['Shift+Enter'], does: 'Begin a new line' },
  edit: { keys: ['ArrowUp'], does: 'Edit what you said last, while the field is empty' },
  mention: { keys: ['@'], does: 'Mention somebody' },
  leave: { keys: ['Escape'], does: 'Leave the field, for the newest message' },
}

export type ShortcutName = keyof typeof anywhere | keyof typeof inRoom

export const chapters: readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[] = [
  { title: 'Everywhere', shortcuts: Object.values(anywhere) },
  { title: 'In a room', shortcuts: Object.values(inRoom) },
  { title: 'While you write', shortcuts: Object.values(writing) },
]

const names = Object.entries<Shortcut>({ ...anywhere, ...inRoom }).flatMap(([name, { keys }]) =>
  keys.map(key => [key, name as ShortcutName] as const),
)
const byKeys = new Map(names)

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'>

/** Of a single key only what may be meant: nobody writes, and he has not switched them off. */
export function shortcutOf(stroke: Stroke, { single }: { single: boolean }): ShortcutName | undefined {
  const { keys, isSingle } = keysOf(stroke)
  return isSingle && !single ? undefined : byKeys.get(keys)
}

/** Some signs need Shift or AltGr on some keyboards; with other keys Shift means something else. */
function keysOf(stroke: Stroke): { keys: string; isSingle: boolean } {
  const { key, shiftKey } = stroke
  const isSign = stroke.getModifierState('AltGraph')
  const chord = isSign ? '' : stroke.ctrlKey || stroke.metaKey ? 'Ctrl+' : stroke.altKey ? 'Alt+' : ''
  const isShifted = shiftKey && /^(\p{L}|\w{2,})$/u.test(key)
  const name = key.length === 1 ? key.toLowerCase() : key
  return { keys: `${isShifted ? 'Shift+' : ''}${chord}${name}`, isSingle: chord === '' }
}

const signs: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' }
const macSigns: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥' }

/** As it is written on the keys. */
export const capsOf = (keys: string, isMac: boolean): string[] =>
  keys
    .split('+')
    .map(key => (isMac && macSigns[key]) || (signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)))
