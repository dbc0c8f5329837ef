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
import { memberOf, type Who } from './member.ts'
import type { Room } from './room.ts'
import { Signals } from './signals.ts'

export class Live {
  readonly signals: Signals
  readonly #room: Room
  #call: Call = idle

  constructor(room: Room) {
    this.#room = room
    this.signals = new Signals(room.house.clock)
  }

  get state(): LiveState | null {
    const call = this.#call
    return call.at === 'idle' ? null : { since: call.since, peers: call.peers.map(stateOf) }
  }

  has(person: PersonId): boolean {
    return peerOf(this.#call, person) !== undefined
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
    if (before.at !== 'idle' && call.at === 'idle') this.#room.log.info(this.signals.counted(), 'call ended')
  }

  say({ person, session }: Peer, message: Word<'live.out' | 'live.stopped' | 'live.signalled'>): void {
    const page = session && this.#room.roster.page(person, session)
    if (page) page.send(new Frame({ ...message, room: this.#room.id } as ServerMessage))
  }

  #carryOut(effect: Effect): void {
    if ('tell' in effect) this.#room.tell({ ...effect.tell, room: this.#room.id } as ServerMessage)
    else if ('say' in effect) this.say(effect.to, effect.say)
    else this.signals.forget(effect.ended.id)
  }
}
