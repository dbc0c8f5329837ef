// What is written and not sent: it waits in this browser, for all pages of the same person, and goes nowhere else.
import { effect, signal } from '@preact/signals'
import type { RoomId } from '#protocol/id.ts'
import type { RefusalCode } from '#protocol/refusal.ts'
import type { Session } from '../session.ts'
import {
  type Drafts as All,
  draftIn,
  noDrafts,
  type Written,
  withDraft,
  withoutDraft,
} from '../state/drafts.ts'

/** With his session ends what he left here. */
const SIGNED_OUT: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['session.ended', 'account.ended'])
/** A room that is no more leaves nothing behind. */
const GONE: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['room.gone', 'room.closed', 'room.banned'])

export class Drafts {
  readonly #session: Session
  readonly #all

  constructor(session: Session) {
    this.#session = session
    this.#all = signal<All>(session.keep.drafts)
    session.listen(message => {
      const { by } = this.#all.peek()
      if (message.type === 'welcome' && by !== undefined && by !== message.person) this.clear()
    })
    effect(() => this.#tidy())
  }

  of(room: RoomId): Written {
    return draftIn(this.#all.value, room, this.#session.state.value.me?.person)
  }

  change(room: RoomId, part: Partial<Written>): void {
    const { me } = this.#session.state.value
    if (me) this.#become(withDraft(this.#all.peek(), me.person, room, { ...this.of(room), ...part }))
  }

  forget(room: RoomId): void {
    const all = this.#all.peek()
    if (all.rooms.some(one => one.room === room)) this.#become(withoutDraft(all, room))
  }

  clear(): void {
    this.#become(noDrafts)
  }

  /** Another page of this browser may have changed them. */
  look(): void {
    this.#all.value = this.#session.keep.drafts
  }

  #become(all: All): void {
    this.#all.value = all
    this.#session.keep.drafts = all
  }

  #tidy(): void {
    const { link, door } = this.#session.state.value
    if (link.at === 'ended' && SIGNED_OUT.has(link.code)) this.clear()
    if (door.at === 'over' && GONE.has(door.code) && door.way && 'room' in door.way)
      this.forget(door.way.room)
  }
}
