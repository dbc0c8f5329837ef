// What this browser remembers: the visitor in general, and this tab's place. Without storage it remembers until the
// page is closed.
import type { Cursor } from '#protocol/hello.ts'
import type { RoomId, Sealed } from '#protocol/id.ts'
import { cleanName } from './state/clean.ts'
import { type Drafts, packed, unpacked } from './state/drafts.ts'
import { suggestName } from './state/names.ts'
import type { Pending, Room } from './state/state.ts'

/** This tab's place, so that a reload keeps it. */
export interface Place {
  readonly resume?: Sealed
  readonly cursor?: Cursor
  /** The public link of the room, as far as this tab learnt it; null when it was cancelled here. */
  readonly link?: { readonly room: RoomId; readonly path: string | null }
  /** What was written there and had not arrived. */
  readonly pending?: readonly Pending[]
}

/** This tab was live there and sent this, until then. */
export interface Call {
  readonly room: RoomId
  readonly at: number
  readonly mic: boolean
  readonly camera: boolean
}

const NAME = 'presence.name'
const BROWSER = 'presence.browser'
const PLACE = 'presence.place'
const CALL = 'presence.call'
const MOST_PENDING = 50
const DRAFTS = 'presence.drafts'

export class Keep {
  /** What the storage did not take. */
  readonly #memory = new Map<string, string>()
  #place: Place

  constructor() {
    this.#place = parse<Place>(this.#read(sessionStore, PLACE)) ?? {}
  }

  /** Undefined for somebody who has not told his name yet. */
  get name(): string | undefined {
    return cleanName(this.#read(localStore, NAME) ?? '')
  }

  set name(name: string) {
    this.#write(localStore, NAME, name)
  }

  readonly suggestion = suggestName(Math.random)

  /** By this the server knows the browser again, and nobody else learns it. */
  get browser(): string {
    const known = this.#read(localStore, BROWSER)
    if (known && /^[A-Za-z0-9_-]{22,64}$/.test(known)) return known
    const made = randomKey()
    this.#write(localStore, BROWSER, made)
    return made
  }

  get place(): Place {
    return this.#place
  }

  set place(place: Place) {
    this.#place = place
    this.#write(sessionStore, PLACE, JSON.stringify(place))
  }

  /** Whether a reload finds what is remembered now. */
  get lasts(): boolean {
    try {
      sessionStore().setItem(PLACE, JSON.stringify(this.#place))
      return true
    } catch {
      return false
    }
  }

  /** Where this tab is, apart from who it is. */
  saveRoom(room: Room | undefined): void {
    const { resume } = this.#place
    if (!room) {
      this.place = { resume }
      return
    }
    const { id, epoch, seq, seal, link, pending } = room
    const known = link === undefined ? undefined : { room: id, path: link }
    this.place = {
      resume,
      cursor: { room: id, epoch, seq, seal },
      link: known,
      pending: pending.slice(0, MOST_PENDING),
    }
  }

  get call(): Call | undefined {
    return parse<Call>(this.#read(sessionStore, CALL))
  }

  set call(call: Call | undefined) {
    this.#write(sessionStore, CALL, JSON.stringify(call ?? null))
  }

  get drafts(): Drafts {
    return unpacked(this.#read(localStore, DRAFTS))
  }

  set drafts(drafts: Drafts) {
    this.#write(localStore, DRAFTS, packed(drafts))
  }

  #read(store: () => Storage, key: string): string | undefined {
    try {
      return this.#memory.get(key) ?? store().getItem(key) ?? undefined
    } catch {
      return undefined
    }
  }

  #write(store: () => Storage, key: string, value: string): void {
    try {
      store().setItem(key, value)
      this.#memory.delete(key)
    } catch {
      // Full or forbidden.
      this.#memory.set(key, value)
    }
  }
}

/** 128 bits, as base64url. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

// Asking for them may already throw where storage is forbidden.
const localStore = () => localStorage
const sessionStore = () => sessionStorage

function parse<What>(text: string | undefined): What | undefined {
  try {
    return (JSON.parse(text ?? 'null') ?? undefined) as What | undefined
  } catch {
    return undefined
  }
}
