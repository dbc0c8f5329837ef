// What the address bar says: which door, and with which token in the fragment.
import type { InviteToken, RoomId, Sealed } from '#protocol/id.ts'
import type { Door, Way } from './state.ts'

/** A way to sign in; it must not stay in the address bar. */
export type SignIn = { readonly owner: Sealed } | { readonly signin: Sealed } | { readonly token: string }

export interface Address {
  readonly door: Door
  readonly signIn?: SignIn
}

/** Below this a page is made for a frame of another site. */
const FRAME = '/embed'

export const isFramed = (path: string) => path.startsWith(`${FRAME}/`)
export const framed = (path: string) => FRAME + path
/** The same in a window of its own. */
export const unframed = (path: string) => (isFramed(path) ? path.slice(FRAME.length) : path)

const HOME: Address = { door: { at: 'home' } }

/** `known` tells whether this visitor has a name: then a room's own address needs no question. */
export function readAddress(path: string, fragment: string, known: boolean): Address {
  const [, kind, id] = unframed(path).split('/')
  const secrets = new URLSearchParams(fragment.replace(/^#/, ''))
  if (kind === 'i' && id) return { door: { at: 'entry', way: { invite: id as InviteToken } } }
  if (kind === 'r' && id) return { door: roomDoor(id as RoomId, secrets.get('host'), known) }
  if (kind) return { door: { at: 'nowhere' } }
  const signIn = signInFrom(secrets)
  return signIn ? { ...HOME, signIn } : HOME
}

function signInFrom(secrets: URLSearchParams): SignIn | undefined {
  const [owner, signin, token] = ['owner', 'signin', 'token'].map(name => secrets.get(name))
  if (owner) return { owner: owner as Sealed }
  if (signin) return { signin: signin as Sealed }
  return token ? { token } : undefined
}

function roomDoor(room: RoomId, host: string | null, known: boolean): Door {
  const way: Way = host ? { room, host: host as Sealed } : { room }
  return known ? { at: 'entering', way } : { at: 'entry', way }
}

/** The part of a way that the server wants: exactly one. */
export function wayFields(way: Way): { room?: RoomId; invite?: InviteToken; host?: Sealed } {
  if ('host' in way) return { host: way.host }
  return way
}

/** What somebody typed or pasted, as a path on this server; undefined when it leads nowhere here. */
export function pathFrom(text: string, origin: string): string | undefined {
  const trimmed = text.trim()
  if (/^[A-Za-z0-9]{8,32}$/.test(trimmed)) return `/r/${trimmed}`
  const whole = /^https?:/i.test(trimmed) ? trimmed : `${origin}/${trimmed.replace(/^\/+/, '')}`
  const url = URL.canParse(whole) ? new URL(whole) : undefined
  if (url?.origin !== origin) return undefined
  const leads = /^\/[ir]\/[\w-]+$/.test(url.pathname) || /^\/#signin=[\w-]+$/.test(url.pathname + url.hash)
  return leads ? url.pathname + url.hash : undefined
}
