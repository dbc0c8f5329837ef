// The connection to one other peer: what goes to him and comes from him, mended by itself when nothing is heard of him.
import { signal } from '@preact/signals'
import { isOfShare, type LineName, lineNames, lines } from './lines.ts'
import { type Care, type Health, lookAt, type Signs, tried, untouched, wantsMending } from './mending.ts'
import { Negotiation } from './negotiation.ts'
import { Pulse, type Shown } from './pulse.ts'
import { Rhythm } from './rhythm.ts'
import type { Heard, Said } from './signals.ts'
import { receivedOn } from './stats.ts'

const LOOK_MS = 250

export interface Terms {
  readonly config: RTCConfiguration
  /** Who came later makes the first offer. */
  readonly offers: boolean
  /** Of two offers that meet, the polite one's gives way. */
  readonly polite: boolean
  readonly tracks: ReadonlyMap<LineName, MediaStreamTrack>
  readonly say: (said: Said) => void
  /** Whether what is said gets to him, as far as is known. */
  readonly reachable: () => boolean
  /** Nothing is heard of him: perhaps the line to the server is lost too. Or he is heard again: perhaps it is back. */
  readonly onTurn: (turn: 'late' | 'back') => void
}

export class Link {
  readonly connection: RTCPeerConnection
  readonly pulse: Pulse
  readonly state = signal<Health>('connecting')
  /** What comes from him, once both agree on the lines. */
  readonly incoming = signal<ReadonlyMap<LineName, MediaStreamTrack>>(new Map())
  readonly #terms: Terms
  readonly #negotiation: Negotiation
  readonly #tracks: Map<LineName, MediaStreamTrack>
  readonly #looking: ReturnType<typeof setInterval>
  readonly #rhythm = new Rhythm()
  /** Together in time are those of one stream. */
  readonly #own = new MediaStream()
  readonly #ownShare = new MediaStream()
  #care: Care = untouched
  /** Counted since he is late. */
  #received: number | undefined
  onShown: (shown: Shown) => void = () => {}

  constructor(terms: Terms) {
    this.#terms = terms
    this.#tracks = new Map(terms.tracks)
    this.connection = new RTCPeerConnection(terms.config)
    this.#negotiation = new Negotiation(this.connection, {
      ...terms,
      onAgreed: () => this.#dress(),
      onOffer: () => this.#rest(),
    })
    if (terms.offers) for (const line of lineNames) this.#open(line)
    this.pulse = new Pulse(this.connection)
    this.pulse.onBeat = () => this.#hears(now => this.#rhythm.beat(now))
    this.pulse.onShown = shown => this.onShown(shown)
    this.connection.onconnectionstatechange = () => {
      if (this.connection.connectionState === 'connected') this.#hears(now => this.#rhythm.sign(now))
    }
    this.#looking = setInterval(() => this.look(), LOOK_MS)
    if (terms.offers) this.#dress()
  }

  /** The sender of a line, once there is one. */
  sender(line: LineName): RTCRtpSender | undefined {
    return this.#lines()[lineNames.indexOf(line)]?.sender
  }

  /** How loud he is right now. */
  get loudness(): number {
    const receiver = this.#lines()[lineNames.indexOf('mic')]?.receiver
    return receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0
  }

  /** What goes to him on this line from now on. */
  send(line: LineName, track: MediaStreamTrack | undefined): void {
    if (track) this.#tracks.set(line, track)
    else this.#tracks.delete(line)
    const sender = this.sender(line)
    if (sender) put(track, sender)
  }

  hear(heard: Heard): void {
    this.#negotiation.hear(heard)
  }

  /** Looks for a new way to him, as soon as he can be told. */
  restart(): void {
    if (!this.#terms.reachable()) return
    this.#care = tried(this.#care, performance.now())
    this.#negotiation.restart()
  }

  /** He is back, or we are: what was said meanwhile is lost, and if nothing is heard of him now we do not wait. */
  renew(): void {
    this.#care = { ...this.#care, restsUntil: 0 }
    if (this.#care.late || this.#negotiation.waits) this.restart()
  }

  look(): void {
    const signs = this.#signs()
    const wasLate = this.#care.late
    this.#care = lookAt(this.#care, signs)
    if (this.#care.late) this.#listenCloser().catch(() => {})
    if (this.#care.late && !wasLate) this.#terms.onTurn('late')
    this.state.value = this.#care.health
    if (wantsMending(this.#care, signs)) this.restart()
  }

  close(): void {
    clearInterval(this.#looking)
    this.pulse.close()
    this.connection.close()
  }

  /** Also what the browser wanted to agree on must have time for its answer. */
  #rest(): void {
    const now = performance.now()
    if (now >= this.#care.restsUntil) this.#care = tried(this.#care, now)
  }

  #signs(): Signs {
    return {
      ...{ now: performance.now(), heard: this.#rhythm.last, rhythm: this.#rhythm.usual },
      failed: this.connection.iceConnectionState === 'failed',
      offered: this.#negotiation.waits,
      reachable: this.#terms.reachable(),
    }
  }

  #hears(note: (now: number) => void): void {
    const wasSilent = this.state.peek() === 'silent'
    note(performance.now())
    this.#received = undefined
    this.look()
    if (wasSilent) this.#terms.onTurn('back')
  }

  /** His timers may be slow and his beats lost: what he sends by itself is a sign of life too. */
  async #listenCloser(): Promise<void> {
    const before = this.#received
    const received = await receivedOn(this.connection)
    if (!this.#care.late) return
    this.#received = received
    if (before !== undefined && received > before) this.#hears(now => this.#rhythm.sign(now))
  }

  #open(line: LineName): void {
    const streams = [isOfShare(line) ? this.#ownShare : this.#own]
    this.connection.addTransceiver(lines[line], { direction: 'sendrecv', streams })
  }

  #lines(): readonly RTCRtpTransceiver[] {
    return this.#negotiation.begun ? this.connection.getTransceivers() : []
  }

  /** Both lines and tracks are there: they come together. */
  #dress(): void {
    const all = this.#lines()
    for (const [at, line] of lineNames.entries()) {
      const transceiver = all[at]
      if (!transceiver) continue
      transceiver.direction = 'sendrecv'
      if (!this.#terms.offers) transceiver.sender.setStreams?.(isOfShare(line) ? this.#ownShare : this.#own)
      put(this.#tracks.get(line), transceiver.sender)
    }
    const incoming = lineNames.flatMap((line, at) =>
      all[at] ? [[line, all[at].receiver.track] as const] : [],
    )
    this.incoming.value = new Map(incoming)
  }
}

/** A line of another kind than agreed carries nothing. */
function put(track: MediaStreamTrack | undefined, sender: RTCRtpSender): void {
  sender.replaceTrack(track ?? null).catch(() => {})
}
