// A seat in the call of a room: the connections to all others, and what goes out on them.
import { effect, signal } from '@preact/signals'
import type { PeerId, RoomId } from '#protocol/id.ts'
import type { IceServers, PeerState } from '#protocol/live.ts'
import type { Result, ServerMessage } from '#protocol/message.ts'
import type { Session } from '../session.ts'
import { lineNames } from './lines.ts'
import { Link } from './link.ts'
import type { Own } from './own.ts'
import { heardIn, type Said } from './signals.ts'

/** New servers are asked for so long before those that it has run out. */
const AHEAD_MS = 60_000

export class Seat {
  readonly room: RoomId
  readonly id: PeerId
  readonly own: Own
  readonly links = signal<ReadonlyMap<PeerId, Link>>(new Map())
  readonly #session: Session
  readonly #relayOnly: boolean
  /** Who was there before: to them it offers. */
  readonly #before: ReadonlySet<PeerId>
  readonly #stops: (() => void)[] = []
  #servers: RTCIceServer[] = []
  #renewal: ReturnType<typeof setTimeout> | undefined

  constructor(session: Session, room: RoomId, own: Own, answer: Result<'live.join'>) {
    this.#session = session
    this.room = room
    this.own = own
    this.id = answer.id
    this.#relayOnly = answer.relayOnly
    this.#before = new Set(answer.peers.map(({ id }) => id))
    this.#useServers(answer.ice)
    this.#stops.push(session.listen(message => this.#hear(message)))
    this.#stops.push(effect(() => this.#follow(this.#others())))
    const online = () => this.#restartAll()
    addEventListener('online', online)
    this.#stops.push(() => removeEventListener('online', online))
    own.follow(() => this.#tell())
  }

  close(): void {
    clearTimeout(this.#renewal)
    for (const stop of this.#stops) stop()
    for (const link of this.links.peek().values()) link.close()
    this.links.value = new Map()
    this.own.close()
  }

  /** What he sends has changed: on all lines, and for all to see. */
  #tell(): void {
    const { tracks } = this.own
    for (const link of this.links.peek().values())
      for (const line of lineNames) link.send(line, tracks.get(line))
    this.#session.try(this.#session.ask({ type: 'live.set', room: this.room, ...this.own.state }))
  }

  #others(): readonly PeerState[] {
    const { room } = this.#session.state.value
    if (room?.id !== this.room) return []
    return room.live?.peers.filter(({ id }) => id !== this.id) ?? []
  }

  /** A link to each of them, and to nobody else. */
  #follow(peers: readonly PeerState[]): void {
    const known = this.links.peek()
    const links = new Map(peers.map(peer => [peer.id, known.get(peer.id) ?? this.#connect(peer.id)]))
    for (const [id, link] of known) if (!links.has(id)) link.close()
    for (const { id, away } of peers) {
      if (!away && this.#away.delete(id)) links.get(id)?.renew()
      if (away) this.#away.add(id)
    }
    if (links.size !== known.size || [...links.keys()].some(id => !known.has(id))) this.links.value = links
  }

  readonly #away = new Set<PeerId>()

  #connect(id: PeerId): Link {
    return new Link({
      config: { iceServers: this.#servers, iceTransportPolicy: this.#relayOnly ? 'relay' : 'all' },
      offers: this.#before.has(id),
      polite: this.id < id,
      tracks: this.own.tracks,
      say: said => this.#say(id, said),
      doubt: () => this.#session.doubt(),
    })
  }

  /** What does not get through is said anew when the other is back. */
  #say(to: PeerId, said: Said): void {
    this.#session.ask({ type: 'live.signal', room: this.room, to, ...said }).catch(() => {})
  }

  #hear(message: ServerMessage): void {
    if (!('room' in message) || message.room !== this.room) return
    if (message.type === 'live.signalled' && message.to === this.id)
      this.links.peek().get(message.from)?.hear(heardIn(message))
    if (message.type === 'live.stopped') void this.#obey(message.what)
    if (message.type === 'room.entered') for (const link of this.links.peek().values()) link.renew()
  }

  /** Somebody who runs the room has switched it off. */
  #obey(what: 'mic' | 'camera' | 'share'): Promise<void> | void {
    return what === 'share' ? this.own.share.stop() : this.own[what].set(false)
  }

  #restartAll(): void {
    for (const link of this.links.peek().values()) link.restart()
  }

  #useServers({ servers, expires }: IceServers): void {
    this.#servers = servers as RTCIceServer[]
    const config = { iceServers: this.#servers }
    for (const { connection } of this.links.peek().values())
      connection.setConfiguration({ ...connection.getConfiguration(), ...config })
    if (expires === null) return
    const wait = Math.max(AHEAD_MS, expires - Date.now() - AHEAD_MS)
    this.#renewal = setTimeout(() => void this.#renewServers(), wait)
  }

  async #renewServers(): Promise<void> {
    try {
      this.#useServers(await this.#session.ask({ type: 'live.servers', room: this.room }))
    } catch {
      this.#renewal = setTimeout(() => void this.#renewServers(), AHEAD_MS)
    }
  }
}
