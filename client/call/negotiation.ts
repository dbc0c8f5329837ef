// Agreeing on a connection: one step after the other, of two offers that meet one gives way, none waits for ever.
import { keeping, opposite, type Role, roleIn } from './role.ts'
import { candidateOf, type Description, type Heard, type Said } from './signals.ts'

/** So long after it was made an offer that has met another one is taken for lost, unless it is answered. */
const LOST_MS = 500

export interface Terms {
  /** Who came later makes the first offer. */
  readonly offers: boolean
  /** Of two offers that meet, the polite one's gives way. */
  readonly polite: boolean
  readonly say: (said: Said) => void
  /** Both know the lines. */
  readonly onAgreed: () => void
  readonly onOffer: () => void
}

export class Negotiation {
  readonly #connection: RTCPeerConnection
  readonly #terms: Terms
  #turn: Promise<unknown> = Promise.resolve()
  #number = 0
  #offeredAt = 0
  #ignoring = false
  /** Its own, once both have agreed. */
  #role: Role | undefined

  constructor(connection: RTCPeerConnection, terms: Terms) {
    this.#connection = connection
    this.#terms = terms
    connection.onnegotiationneeded = () => this.#then(() => this.#offer())
    connection.onicecandidate = ({ candidate }) => terms.say({ candidate: candidateOf(candidate) })
  }

  /** An offer waits for its answer. */
  get waits(): boolean {
    return this.#connection.signalingState === 'have-local-offer'
  }

  /** Before the first offer there is nothing to look for another way with. */
  get begun(): boolean {
    return this.#terms.offers || this.#connection.remoteDescription !== null
  }

  /** Looks for another way to him. */
  restart(): void {
    if (!this.begun || this.#connection.signalingState === 'closed') return
    this.#connection.restartIce()
    // The browser asks for the next offer when the last one is answered; that may be lost.
    if (this.waits) this.#then(() => this.#offer())
  }

  hear(heard: Heard): void {
    this.#then(() => ('description' in heard ? this.#take(heard.description) : this.#add(heard.candidate)))
  }

  /** What fails is of a connection that is closed, or the loss of the hostile peer who said it. */
  #then(step: () => Promise<void>): void {
    this.#turn = this.#turn.then(step).catch(() => {})
  }

  async #offer(): Promise<void> {
    if (!this.begun) return
    await this.#connection.setLocalDescription()
    if (!this.waits) return
    this.#number++
    this.#offeredAt = performance.now()
    this.#terms.onOffer()
    this.#say(this.#number)
  }

  async #take({ type, sdp, number }: Description): Promise<void> {
    if (type === 'answer') return this.#takeAnswer(sdp, number)
    this.#ignoring = this.waits && !this.#terms.polite
    if (this.#ignoring) return this.#insist()
    await this.#connection.setRemoteDescription({ type, sdp })
    this.#terms.onAgreed()
    await this.#connection.setLocalDescription()
    this.#role = roleIn(this.#connection.localDescription?.sdp ?? '')
    this.#say(number)
  }

  async #takeAnswer(sdp: string, number = this.#number): Promise<void> {
    if (!this.waits || number !== this.#number) return
    this.#ignoring = false
    await this.#connection.setRemoteDescription({ type: 'answer', sdp })
    this.#role = opposite(roleIn(sdp))
    this.#terms.onAgreed()
  }

  /** He gives way, unless he has not heard of it. */
  #insist(): void {
    const number = this.#number
    const age = performance.now() - this.#offeredAt
    setTimeout(() => this.waits && number === this.#number && this.#say(number), LOST_MS - age)
  }

  async #add(candidate: RTCIceCandidateInit | null): Promise<void> {
    if (!this.#ignoring) await this.#connection.addIceCandidate(candidate ?? undefined)
  }

  #say(number: number | undefined): void {
    const { type, sdp: own } = this.#connection.localDescription ?? {}
    if (!own || (type !== 'offer' && type !== 'answer')) return
    const sdp = type === 'offer' ? keeping(this.#role, own) : own
    this.#terms.say({ description: { type, sdp, ...(number !== undefined && { number }) } })
  }
}
