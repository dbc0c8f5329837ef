// How this device shows the page and calls for whoever uses it. It never leaves the device.
import { type LanguageName, languages } from './languages.ts'

const names = Object.keys(languages) as LanguageName[]

/** What can be chosen; the first of each is what holds until something is. */
const choices = {
  language: ['system', ...names],
  theme: ['system', 'light', 'dark'],
  contrast: ['system', 'more'],
  sounds: [true, false],
  notify: [false, true],
  /** Shortcuts of a single key. */
  keys: [true, false],
  /** How a call is shown. */
  layout: ['grid', 'speaker'],
  /** Whether one sees oneself in a call, and so as in a mirror. */
  selfView: [true, false],
  mirror: [true, false],
  /** How good pictures are, that one sends and gets in a call. */
  quality: ['high', 'normal', 'low', 'sound'],
} as const

type Choices = typeof choices
export type Device = { readonly [Name in keyof Choices]: Choices[Name][number] }

/** As it was kept. What cannot be read there, or is no choice, is as if nothing was chosen. */
export function deviceFrom(kept: string | null): Device {
  const said = parsed(kept)
  const chosen = Object.entries(choices).map(([name, options]) => {
    const is = (option: unknown) => option === said[name]
    return [name, options.find(is) ?? options[0]]
  })
  return Object.fromEntries(chosen)
}

function parsed(kept: string | null): Record<string, unknown> {
  try {
    return Object(JSON.parse(kept ?? '{}'))
  } catch {
    return {}
  }
}

/** What the system asks of every page. */
export interface Wishes {
  readonly dark: boolean
  readonly contrast: boolean
}

export interface Look {
  readonly theme: 'light' | 'dark'
  readonly contrast: 'usual' | 'more'
}

export function lookOf({ theme, contrast }: Pick<Device, 'theme' | 'contrast'>, wishes: Wishes): Look {
  return {
    theme: theme === 'system' ? (wishes.dark ? 'dark' : 'light') : theme,
    contrast: contrast === 'more' || wishes.contrast ? 'more' : 'usual',
  }
}
