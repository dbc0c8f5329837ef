// The links that lead into a room, and asking somebody in.
import type { InviteId, PersonId } from '#protocol/id.ts'
import type { Invitation } from '#protocol/invite.ts'
import type { Request } from '#protocol/message.ts'
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
  host(room: Room, renew: boolean): Promise<string | undefined> {
    return this.#path(this.#session.ask({ type: 'invite.host', room: room.id, renew }))
  }

  /** One more link: nobody can be shown it a second time. */
  async make(room: Room, wish: Wish): Promise<string | undefined> {
    const path = await this.#path(this.#session.ask({ type: 'invite.make', room: room.id, ...wish }))
    this.list(room)
    return path
  }

  /** Not worth a word when it fails: what was known before is still there. */
  list(room: Room): void {
    this.#session.ask({ type: 'invite.list', room: room.id }).catch(() => {})
  }

  revoke(room: Room, id: InviteId, people: boolean): void {
    const revoked = this.#session.ask({
      type: 'invite.revoke',
      room: room.id,
      id,
      people: people || undefined,
    })
    this.#session.try(revoked.finally(() => this.list(room)))
  }

  invite(room: Room, person: PersonId, name: string): void {
    const asked = this.#session.ask({ type: 'invite.make', room: room.id, person })
    const text = this.#session.language.texts.links.asked(name)
    this.#session.try(asked.then(() => this.#session.tell({ text })))
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
    this.#session.set({ asked: undefined })
  }

  async #path(asked: Promise<{ path: string }>): Promise<string | undefined> {
    try {
      return (await asked).path
    } catch (error) {
      this.#session.report(error)
      return undefined
    }
  }
}
