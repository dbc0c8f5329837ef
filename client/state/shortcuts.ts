// The keys that do something wherever one is. What happens and the list that is shown come from this one table.

const anywhere = {
  help: ['?'],
  settings: [','],
}
const inRoom = {
  write: ['c'],
  search: ['/', 'Ctrl+k'],
  newest: ['n'],
  people: ['p'],
  share: ['i'],
  next: ['Alt+ArrowDown'],
  previous: ['Alt+ArrowUp'],
}
const inCall = {
  mic: ['m'],
  camera: ['v'],
  screen: ['s'],
  hand: ['h'],
  layout: ['l'],
  full: ['f'],
  /** Each is the place of an emoji. */
  react: ['1', '2', '3', '4', '5', '6'],
}
/** As long as it is held. */
const held = {
  talk: [' '],
}
/** Those belong to the field, which knows them by itself. */
const writing = {
  send: ['Enter'],
  line: ['Shift+Enter'],
  edit: ['ArrowUp'],
  mention: ['@'],
  leave: ['Escape'],
}

export type ShortcutName = keyof typeof anywhere | keyof typeof inRoom | keyof typeof inCall

/** What is listed, and is done elsewhere. */
export type ListedKey = keyof typeof held | keyof typeof writing

export const chapters = { anywhere, inRoom, inCall: { ...held, ...inCall }, writing }

const names = Object.entries<readonly string[]>({ ...anywhere, ...inRoom, ...inCall }).flatMap(
  ([name, keys]) => keys.map(key => [key, name as ShortcutName] as const),
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

const signs: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', ' ': 'Space' }
const macSigns: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥' }

/** As it is written on the keys. */
export const capsOf = (keys: string, isMac: boolean): string[] =>
  keys
    .split('+')
    .map(key => (isMac && macSigns[key]) || (signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)))
