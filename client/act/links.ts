// The links that lead into a room, and asking somebody in.
import type { InviteId } from '#protocol/id.ts'
import type { Invitation } from '#protocol/invite.ts'
import type { Request } from '#protocol/message.ts'
import type { Someone } from '#protocol/people.ts'
import type { Session } from '../session.ts'
import type { Room } from '../state/state.ts'

/** What a link shall be like. */
export type Wish = Pick<Extract<Request, { type: 'invite.make' }>, 'uses' | 'hours' | 'role' | 'note'>

export class Links {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  /** The public link, made if there is none. */
  show(room: Room): void {
    this.#session.try(this.#session.ask({ type: 'invite.public', room: room.id }))
  }

  /** A link that opens the room for whoever has it, as its owner. */
  async host(room: Room, renew: boolean): Promise<string | undefined> {
    try {
      return (await this.#session.ask({ type: 'invite.host', room: room.id, renew })).path
    } catch (error) {
      this.#session.try(Promise.reject(error))
      return undefined
    }
  }

  /** One more link, which nobody can be shown a second time; or why there is none. */
  async make(room: Room, wish: Wish): Promise<{ path: string } | { trouble: string }> {
    try {
      const { path } = await this.#session.ask({ type: 'invite.make', room: room.id, ...wish })
      this.list(room)
      return { path }
    } catch (error) {
      return { trouble: sentenceOf(error) }
    }
  }

  /** Not worth a word when it fails: what was known before is still there. */
  list(room: Room): void {
    this.#session.ask({ type: 'invite.list', room: room.id }).catch(() => {})
  }

  async revoke(room: Room, id: InviteId, people: boolean): Promise<void> {
    const revoked = this.#session.ask({
      type: 'invite.revoke',
      room: room.id,
      id,
      people: people || undefined,
    })
    this.#session.try(revoked)
    await revoked.catch(() => {})
    this.list(room)
  }

  /** Says what came of it. */
  async invite(room: Room, { person, name }: Someone): Promise<string> {
    if (room.members.some(member => member.person === person)) return `${name} is here already.`
    try {
      await this.#session.ask({ type: 'invite.make', room: room.id, person })
      this.list(room)
      return `${name} is asked to come.`
    } catch (error) {
      return sentenceOf(error)
    }
  }

  /** Somebody who belongs here, and is elsewhere. */
  async call(room: Room, someone: Someone): Promise<void> {
    this.#session.tell({ text: await this.invite(room, someone) })
  }

  accept({ room }: Invitation): void {
    this.later()
    this.#session.go(`/r/${room}`)
  }

  decline({ room, id }: Invitation): void {
    this.#session.try(this.#session.ask({ type: 'invite.decline', room, id }))
  }

  /** It still stands at home. */
  later(): void {
    this.#session.set({ call: undefined })
  }
}

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
