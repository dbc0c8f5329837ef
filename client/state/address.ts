// What the address bar says: which door, and with which token in the fragment.
import type { InviteToken, RoomId, Sealed } from '#protocol/id.ts'
import type { Door, Way } from './state.ts'

export interface Address {
  readonly door: Door
  /** A way to sign in; it must not stay in the address bar. */
  readonly owner?: Sealed
  readonly token?: string
}

const HOME: Address = { door: { at: 'home' } }

/** `known` tells whether this visitor has a name: then a room's own address needs no question. */
export function readAddress(path: string, fragment: string, known: boolean): Address {
  const [, kind, id] = path.split('/')
  const secrets = new URLSearchParams(fragment.replace(/^#/, ''))
  if (kind === 'i' && id) return { door: { at: 'entry', way: { invite: id as InviteToken } } }
  if (kind === 'r' && id) return { door: roomDoor(id as RoomId, secrets.get('host'), known) }
  const owner = secrets.get('owner')
  if (owner) return { ...HOME, owner: owner as Sealed }
  const token = secrets.get('token')
  return token ? { ...HOME, token } : HOME
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
  if (url?.origin !== origin || !/^\/[ir]\/[A-Za-z0-9_-]+$/.test(url.pathname)) return undefined
  return url.pathname + url.hash
}
