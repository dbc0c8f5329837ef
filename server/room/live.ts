// The call of one room: keeps it as it is now, and carries out what follows from every change of it.
import { Frame } from '#protocol/frame.ts'
import type { PeerId, PersonId, SessionId } from '#protocol/id.ts'
import type { LiveState } from '#protocol/live.ts'
import type { ServerMessage } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import {
  type Call,
  type Effect,
  type Event,
  idle,
  type Peer,
  peerAt,
  peerOf,
  peersIn,
  peerWith,
  stateOf,
  step,
  type Word,
} from './call.ts'
import { type Member, memberOf, type Who } from './member.ts'
import type { Room } from './room.ts'
import { type Brought, type Seat, seatKey } from './seat.ts'
import { changedSeats, seatOf } from './seating.ts'
import { Signals } from './signals.ts'

export class Live {
  readonly signals: Signals
  readonly #room: Room
  #call: Call = idle
  /** Calls off the end of waiting for those who were in it before a restart. */
  #stopWaiting: (() => void) | undefined

  constructor(room: Room) {
    this.#room = room
    this.signals = new Signals(room.house.clock)
  }

  get state(): LiveState | null {
    const call = this.#call
    return call.at === 'idle' ? null : { since: call.since, peers: call.peers.map(stateOf) }
  }

  of(person: PersonId): Peer | undefined {
    return peerOf(this.#call, person)
  }

  has(person: PersonId): boolean {
    return this.of(person) !== undefined
  }

  /** Who sits there now, whatever page of his. */
  peer(id: PeerId): Peer {
    const peer = peerWith(this.#call, id)
    if (peer) return peer
    throw new Refusal('peer.gone')
  }

  people(): PersonId[] {
    return peersIn(this.#call).map(({ person }) => person)
  }

  seatAt(session: SessionId): PeerId | null {
    return peerAt(this.#call, session)?.id ?? null
  }

  /** What brings this page back to its seat after a restart. */
  seatFor(session: SessionId): Seat | undefined {
    return seatOf(session, this.#room.id, this.#call)
  }

  /** A page is back. One that has begun anew does not sit where it sat: nothing goes between it and the others. */
  takeBack(who: Who, claimed: PeerId | undefined, brought: Brought | undefined): void {
    const { id: session } = memberOf(who)
    const had = brought?.seat.peer.id ?? this.seatAt(session)
    if (had !== claimed) this.#giveUp(who.person.id, had)
    else if (brought) this.#reopen(session, brought)
    else this.happens({ type: 'away', session, away: false })
  }

  #giveUp(person: PersonId, seat: PeerId | null): void {
    if (this.of(person)?.id === seat) this.happens({ type: 'leave', person, why: 'left' })
  }

  /** The first who is back brings the call, in which the others are waited for as one waits for who is lost. */
  #reopen(session: SessionId, { seat, issued }: Brought): void {
    const { id, house, now } = this.#room
    const { waitUntil } = house.calls
    const isOver = ({ person }: { person: PersonId }) =>
      [seatKey(id, person), `${id} ${person}`].some(key => house.ended.covers(key, issued))
    if (now > waitUntil || isOver(seat.peer)) return
    const others = this.#stopWaiting ? [] : seat.others.filter(one => !isOver(one))
    this.#stopWaiting ??= house.clock.after(waitUntil - now, () => this.happens({ type: 'expire' }))
    this.happens({ type: 'return', session, seat: { ...seat, others } })
  }

  /** The seat of the page that asks. */
  own(who: Who): Peer {
    const peer = peerAt(this.#call, memberOf(who).id)
    if (peer) return peer
    throw new Refusal('live.outside')
  }

  happens(event: Event): void {
    const before = this.#call
    const { call, effects } = step(before, event)
    this.#call = call
    if (before.at === 'idle' && call.at !== 'idle') this.#room.log.info('call began')
    for (const effect of effects) this.#carryOut(effect)
    for (const peer of changedSeats(peersIn(before), peersIn(call))) this.#pageOf(peer)?.renewToken()
    if (before.at !== 'idle' && call.at === 'idle') this.#noteEnd()
  }

  say(peer: Peer, message: Word<'live.out' | 'live.stopped' | 'live.signalled'>): void {
    this.#pageOf(peer)?.send(new Frame({ ...message, room: this.#room.id } as ServerMessage))
  }

  /** The room is over, and with it this: nobody needs to hear so of each of them. */
  end(): void {
    if (this.#call.at !== 'idle') this.#noteEnd()
    this.#call = idle
  }

  stop(): void {
    this.#stopWaiting?.()
  }

  #noteEnd(): void {
    this.#room.log.info(this.signals.counted(), 'call ended')
  }

  #carryOut(effect: Effect): void {
    if ('tell' in effect) this.#room.tell({ ...effect.tell, room: this.#room.id } as ServerMessage)
    else if ('say' in effect) this.say(effect.to, effect.say)
    else this.#end(effect.ended)
  }

  #end(peer: Peer): void {
    const { house, id, now } = this.#room
    this.signals.forget(peer.id)
    if (!this.has(peer.person)) house.ended.mark(seatKey(id, peer.person), now)
    this.#pageOf(peer)?.renewToken()
  }

  #pageOf({ person, session }: Peer): Member | undefined {
    return session === null ? undefined : this.#room.roster.page(person, session)
  }
}
