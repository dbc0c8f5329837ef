// A seat in the call of a room: the connections to all others, and what goes out on them.
import { effect, signal } from '@preact/signals'
import type { PeerId, RoomId } from '#protocol/id.ts'
import type { IceServers, PeerState } from '#protocol/live.ts'
import type { Result, ServerMessage } from '#protocol/message.ts'
import type { Session } from '../session.ts'
import type { State } from '../state/state.ts'
import { keepAwake } from './awake.ts'
import { keptChoice } from './choice.ts'
import { Ears } from './ears.ts'
import { hidden } from './hiding.ts'
import { lineNames } from './lines.ts'
import { Link } from './link.ts'
import type { Own } from './own.ts'
import type { Quality } from './quality.ts'
import { heardIn, type Said } from './signals.ts'
import { type Levels, Speaking } from './speaking.ts'
import { Told } from './told.ts'

/** New servers are asked for so long before those that it has run out. */
const AHEAD_MS = 60_000

export async function takeSeat(session: Session, room: RoomId, own: Own): Promise<Seat> {
  const { mic, camera } = own.state
  const relayOnly = keptChoice().relayOnly
  const answer = await session.ask({ type: 'live.join', room, mic, camera, relayOnly })
  return new Seat(session, room, own, answer)
}

export class Seat {
  readonly room: RoomId
  readonly id: PeerId
  readonly own: Own
  readonly links = signal<ReadonlyMap<PeerId, Link>>(new Map())
  /** How good pictures he wants to send. */
  readonly quality = signal<Quality>('high')
  readonly ears: Ears
  readonly speaking: Speaking
  readonly #session: Session
  readonly #relayOnly: boolean
  /** Who was there before: to them it offers. */
  readonly #before: ReadonlySet<PeerId>
  readonly #away = new Set<PeerId>()
  readonly #stops: (() => void)[] = []
  readonly #told: Told
  #servers: RTCIceServer[] = []
  #renewal: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(session: Session, room: RoomId, own: Own, answer: Result<'live.join'>) {
    this.#session = session
    this.room = room
    this.own = own
    this.id = answer.id
    this.#told = new Told(session, room, own)
    this.#relayOnly = answer.relayOnly
    this.#before = new Set(answer.peers.map(({ id }) => id))
    this.#useServers(answer.ice)
    this.#stops.push(session.listen(message => this.#hear(message)))
    this.#stops.push(effect(() => this.#follow(this.#others())))
    this.#listenTo(window, 'online', link => link.restart())
    this.#stops.push(this.quality.subscribe(() => this.#each(({ steering }) => void steering.steer())))
    // In the background timers are slow: what they have missed is seen now.
    this.#listenTo(document, 'visibilitychange', link => link.look())
    own.follow(() => this.#tell())
    this.ears = new Ears(own.mic)
    this.speaking = new Speaking(() => this.#levels())
    this.#stops.push(
      keepAwake(),
      () => this.ears.close(),
      () => this.speaking.close(),
    )
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#renewal)
    for (const stop of this.#stops) stop()
    for (const link of this.links.peek().values()) link.close()
    this.links.value = new Map()
  }

  #levels(): Levels {
    const others = [...this.links.peek()].map(([id, link]) => [id, link.loudness] as const)
    return new Map([[this.id, this.ears.loudness], ...others])
  }

  #listenTo(where: EventTarget, event: string, what: (link: Link) => void): void {
    const hear = () => this.#each(what)
    where.addEventListener(event, hear)
    this.#stops.push(() => where.removeEventListener(event, hear))
  }

  #each(what: (link: Link) => void): void {
    for (const link of this.links.peek().values()) what(link)
  }

  /** What he sends has changed: on all lines, and for all to see. */
  #tell(): void {
    const { tracks } = this.own
    this.#each(link => {
      for (const line of lineNames) link.send(line, tracks.get(line))
    })
    this.#told.tell()
  }

  #others(): readonly PeerState[] {
    return this.#peers(this.#session.state.value).filter(({ id }) => id !== this.id)
  }

  #peers({ room }: State): readonly PeerState[] {
    return (room?.id === this.room && room.live?.peers) || []
  }

  /** A link to each of them, and to nobody else. */
  #follow(peers: readonly PeerState[]): void {
    const known = this.links.peek()
    const links = new Map(peers.map(peer => [peer.id, known.get(peer.id) ?? this.#connect(peer.id)]))
    for (const [id, link] of known) if (!links.has(id)) link.close()
    if (links.size !== known.size || [...links.keys()].some(id => !known.has(id))) this.links.value = links
    const back = peers.filter(({ id, away }) => !away && this.#away.has(id))
    this.#away.clear()
    for (const { id, away } of peers) if (away) this.#away.add(id)
    for (const { id } of back) links.get(id)?.renew()
  }

  #connect(id: PeerId): Link {
    return new Link({
      config: {
        iceServers: this.#servers,
        iceTransportPolicy: this.#relayOnly ? 'relay' : 'all',
        bundlePolicy: 'max-bundle',
      },
      offers: this.#before.has(id),
      polite: this.id < id,
      tracks: this.own.tracks,
      wish: () => ({ quality: this.quality.peek(), others: this.links.peek().size }),
      say: said => this.#say(id, said),
      reachable: () => this.#reaches(id),
      onTurn: turn => (turn === 'late' ? this.#session.doubt() : this.#session.wake()),
    })
  }

  #reaches(id: PeerId): boolean {
    return this.#session.inRoom && !this.#away.has(id)
  }

  /** What does not get through now would come too late: it is said anew when both are back. */
  #say(to: PeerId, found: Said): void {
    const said = this.#relayOnly ? hidden(found) : found
    if (said && this.#reaches(to))
      this.#session.ask({ type: 'live.signal', room: this.room, to, ...said }).catch(() => {})
  }

  #hear(message: ServerMessage): void {
    if (message.type === 'room.entered' && message.room.id === this.room) return this.#isBack()
    if (!('room' in message) || message.room !== this.room) return
    if (message.type === 'live.signalled' && message.to === this.id)
      this.links.peek().get(message.from)?.hear(heardIn(message))
    if (message.type === 'live.stopped') this.#told.obey(message.what)
  }

  #isBack(): void {
    const own = this.#peers(this.#session.state.peek()).find(({ id }) => id === this.id)
    if (own) this.#told.settle(own)
    this.#each(link => link.renew())
  }

  #useServers({ servers, expires }: IceServers): void {
    this.#servers = servers as RTCIceServer[]
    this.#each(({ connection }) =>
      connection.setConfiguration({ ...connection.getConfiguration(), iceServers: this.#servers }),
    )
    if (expires === null) return
    const wait = Math.max(AHEAD_MS, expires - Date.now() - AHEAD_MS)
    this.#renewal = setTimeout(() => void this.#renewServers(), wait)
  }

  async #renewServers(): Promise<void> {
    try {
      const servers = await this.#session.ask({ type: 'live.servers', room: this.room })
      if (!this.#closed) this.#useServers(servers)
    } catch {
      if (!this.#closed) this.#renewal = setTimeout(() => void this.#renewServers(), AHEAD_MS)
    }
  }
}
