// The connection to one other peer: negotiated without collisions, and mended by itself when nothing is heard of him.
import { signal } from '@preact/signals'
import { isOfShare, type LineName, lineNames, lines } from './lines.ts'
import { Pulse, type Shown } from './pulse.ts'
import { candidateOf, type Heard, type Said } from './signals.ts'

const LOOK_MS = 250
const SILENT_MS = 1500
/** Until what was mended had the time to work. */
const REST_MS = [2500, 4000, 8000]

export interface Terms {
  readonly config: RTCConfiguration
  /** Who came later offers. */
  readonly offers: boolean
  /** Of two offers that meet, the polite one's gives way. */
  readonly polite: boolean
  readonly tracks: ReadonlyMap<LineName, MediaStreamTrack>
  readonly say: (said: Said) => void
  /** Nothing is heard: perhaps the line to the server is lost too. */
  readonly doubt: () => void
}

export class Link {
  readonly connection: RTCPeerConnection
  readonly pulse: Pulse
  /** `silent`: it was there, and nothing is heard of him now. */
  readonly state = signal<'connecting' | 'connected' | 'silent'>('connecting')
  /** What comes from him, once both agree on the lines. */
  readonly incoming = signal<ReadonlyMap<LineName, MediaStreamTrack>>(new Map())
  readonly #terms: Terms
  readonly #tracks: Map<LineName, MediaStreamTrack>
  readonly #looking: ReturnType<typeof setInterval>
  /** Together in time are those of one stream. */
  readonly #own = new MediaStream()
  readonly #ownShare = new MediaStream()
  #turn: Promise<unknown> = Promise.resolve()
  #offering = false
  #ignoring = false
  #restAt = 0
  #restarts = 0
  onShown: (shown: Shown) => void = () => {}

  constructor(terms: Terms) {
    this.#terms = terms
    this.#tracks = new Map(terms.tracks)
    this.connection = new RTCPeerConnection(terms.config)
    if (terms.offers) for (const line of lineNames) this.#open(line)
    this.pulse = new Pulse(this.connection)
    this.pulse.onBeat = () => this.#alive()
    this.pulse.onShown = shown => this.onShown(shown)
    this.connection.onnegotiationneeded = () => void this.#offer()
    this.connection.onicecandidate = ({ candidate }) => terms.say({ candidate: candidateOf(candidate) })
    this.#looking = setInterval(() => this.#look(), LOOK_MS)
    if (terms.offers) this.#dress()
  }

  /** The sender of a line, once there is one. */
  sender(line: LineName): RTCRtpSender | undefined {
    return this.#lines()[lineNames.indexOf(line)]?.sender
  }

  /** What goes to him on this line from now on. */
  send(line: LineName, track: MediaStreamTrack | undefined): void {
    if (track) this.#tracks.set(line, track)
    else this.#tracks.delete(line)
    void this.sender(line)?.replaceTrack(track ?? null)
  }

  /** One after the other, as they were said. */
  hear(heard: Heard): void {
    this.#turn = this.#turn
      .then(() => ('description' in heard ? this.#take(heard.description) : this.#add(heard.candidate)))
      // What a hostile peer says is his own loss.
      .catch(() => {})
  }

  /** Looks for a new way to him. */
  restart(): void {
    const { signalingState, remoteDescription } = this.connection
    if (signalingState === 'closed' || !(this.#terms.offers || remoteDescription)) return
    this.#restAt = performance.now() + (REST_MS[Math.min(this.#restarts++, REST_MS.length - 1)] ?? 0)
    this.connection.restartIce()
  }

  /** He is back, or we are: what was said meanwhile may be lost. */
  renew(): void {
    if (this.state.peek() !== 'connected') this.restart()
  }

  close(): void {
    clearInterval(this.#looking)
    this.pulse.close()
    this.connection.close()
  }

  #open(line: LineName): void {
    const streams = [isOfShare(line) ? this.#ownShare : this.#own]
    this.connection.addTransceiver(lines[line], { direction: 'sendrecv', streams })
  }

  #lines(): readonly RTCRtpTransceiver[] {
    const { remoteDescription } = this.connection
    return this.#terms.offers || remoteDescription ? this.connection.getTransceivers() : []
  }

  /** Both lines and tracks are there: they come together. */
  #dress(): void {
    const all = this.#lines()
    for (const [at, line] of lineNames.entries()) {
      const transceiver = all[at]
      if (!transceiver) continue
      transceiver.direction = 'sendrecv'
      if (!this.#terms.offers) transceiver.sender.setStreams?.(isOfShare(line) ? this.#ownShare : this.#own)
      void transceiver.sender.replaceTrack(this.#tracks.get(line) ?? null)
    }
    const incoming = lineNames.flatMap((line, at) =>
      all[at] ? [[line, all[at].receiver.track] as const] : [],
    )
    this.incoming.value = new Map(incoming)
  }

  async #offer(): Promise<void> {
    const { connection } = this
    // Before the first offer there is nothing to agree on.
    if (!this.#terms.offers && !connection.remoteDescription) return
    try {
      this.#offering = true
      await connection.setLocalDescription()
      this.#sayDescription()
    } finally {
      this.#offering = false
    }
  }

  async #take(description: RTCSessionDescriptionInit): Promise<void> {
    const { connection } = this
    const isOffer = description.type === 'offer'
    const collides = isOffer && (this.#offering || connection.signalingState !== 'stable')
    this.#ignoring = collides && !this.#terms.polite
    if (this.#ignoring) return
    await connection.setRemoteDescription(description)
    this.#dress()
    if (!isOffer) return
    await connection.setLocalDescription()
    this.#sayDescription()
  }

  async #add(candidate: RTCIceCandidateInit | null): Promise<void> {
    if (!this.#ignoring) await this.connection.addIceCandidate(candidate ?? undefined)
  }

  #sayDescription(): void {
    const { type, sdp } = this.connection.localDescription ?? {}
    if (sdp && (type === 'offer' || type === 'answer')) this.#terms.say({ description: { type, sdp } })
  }

  #alive(): void {
    this.#restarts = 0
    this.state.value = 'connected'
  }

  #look(): void {
    const now = performance.now()
    const { heard } = this.pulse
    const isSilent = heard !== undefined && now - heard > SILENT_MS
    const hasFailed = this.connection.iceConnectionState === 'failed'
    if (isSilent && this.state.peek() === 'connected') {
      this.state.value = 'silent'
      this.#restAt = 0
      this.#terms.doubt()
    }
    if ((isSilent || hasFailed) && now >= this.#restAt) this.restart()
  }
}
