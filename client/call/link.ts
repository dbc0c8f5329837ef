// The connection to one other peer: what goes to him and comes from him, mended by itself when nothing is heard of him.
import { type ReadonlySignal, signal } from '@preact/signals'
import { Carriage } from './carriage.ts'
import type { LineName } from './lines.ts'
import { type Care, type Health, lookAt, type Signs, tried, untouched, wantsMending } from './mending.ts'
import { Negotiation } from './negotiation.ts'
import { type Beat, Pulse, type Shown } from './pulse.ts'
import { Rhythm } from './rhythm.ts'
import type { Heard, Said } from './signals.ts'
import { receivedOn } from './stats.ts'
import { Steering, type Wish } from './steering.ts'

const LOOK_MS = 250

export interface Terms {
  readonly config: RTCConfiguration
  /** Who came later makes the first offer. */
  readonly offers: boolean
  /** Of two offers that meet, the polite one's gives way. */
  readonly polite: boolean
  readonly tracks: ReadonlyMap<LineName, MediaStreamTrack>
  readonly say: (said: Said) => void
  readonly wish: () => Wish
  /** Whether what is said gets to him, as far as is known. */
  readonly reachable: () => boolean
  /** Nothing is heard of him: perhaps the line to the server is lost too. Or he is heard again: perhaps it is back. */
  readonly onTurn: (turn: 'late' | 'back') => void
}

export class Link {
  readonly connection: RTCPeerConnection
  readonly steering: Steering
  readonly state = signal<Health>('connecting')
  /** He has a picture and does not send it. */
  readonly held = signal(false)
  /** How large he shows what goes to him; undefined until he has said. */
  shown: Shown | undefined
  readonly #terms: Terms
  readonly #pulse: Pulse
  readonly #negotiation: Negotiation
  readonly #carriage: Carriage
  readonly #looking: ReturnType<typeof setInterval>
  readonly #rhythm = new Rhythm()
  readonly #begun = performance.now()
  #care: Care = untouched
  /** Counted since he is late. */
  #received: number | undefined
  #said: Beat = { shown: { camera: 0, share: 0 }, holdsBack: false }

  constructor(terms: Terms) {
    this.#terms = terms
    this.connection = new RTCPeerConnection(terms.config)
    this.#carriage = new Carriage(this.connection, terms)
    this.#negotiation = new Negotiation(this.connection, {
      ...terms,
      onAgreed: () => this.#carriage.agreed(),
      onOffer: () => this.#rest(),
    })
    this.#pulse = new Pulse(this.connection)
    this.#pulse.onBeat = beat => this.#hearBeat(beat)
    this.connection.onconnectionstatechange = () => {
      if (this.connection.connectionState === 'connected') this.#hears(now => this.#rhythm.sign(now))
    }
    this.#looking = setInterval(() => this.look(), LOOK_MS)
    this.steering = new Steering(this, terms.wish)
  }

  /** What comes from him, once both agree on the lines. */
  get incoming(): ReadonlySignal<ReadonlyMap<LineName, MediaStreamTrack>> {
    return this.#carriage.incoming
  }

  sender(line: LineName): RTCRtpSender | undefined {
    return this.#carriage.sender(line)
  }

  /** How loud he is right now. */
  get loudness(): number {
    return this.#carriage.loudness
  }

  /** What goes to him on this line from now on. */
  send(line: LineName, track: MediaStreamTrack | undefined): void {
    this.#carriage.send(line, track)
    void this.steering.steer()
  }

  /** He is told how large something of him is shown here, or not at all. */
  shows(line: keyof Shown, pixels: number): void {
    this.#say({ shown: { ...this.#said.shown, [line]: pixels } })
  }

  holdBack(holdsBack: boolean): void {
    this.#say({ holdsBack })
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
    this.#pulse.close()
    this.steering.close()
    this.connection.close()
  }

  /** Also what the browser wanted to agree on must have time for its answer. */
  #rest(): void {
    const now = performance.now()
    if (now >= this.#care.restsUntil) this.#care = tried(this.#care, now)
  }

  #signs(): Signs {
    return {
      ...{ now: performance.now(), begun: this.#begun, heard: this.#rhythm.last, rhythm: this.#rhythm.usual },
      failed: this.connection.iceConnectionState === 'failed',
      offered: this.#negotiation.waits,
      reachable: this.#terms.reachable(),
    }
  }

  #say(part: Partial<Beat>): void {
    this.#said = { ...this.#said, ...part }
    this.#pulse.say(this.#said)
  }

  #hearBeat(beat: Beat | undefined): void {
    this.#hears(now => this.#rhythm.beat(now))
    if (!beat) return
    this.held.value = beat.holdsBack
    const { camera, share } = this.shown ?? {}
    this.shown = beat.shown
    if (camera !== beat.shown.camera || share !== beat.shown.share) void this.steering.steer()
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
}
