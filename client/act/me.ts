// Oneself: the profile of an account, its sign-in on another device, and signing out.
import type { Request } from '#protocol/message.ts'
import type { Session } from '../session.ts'

export class Me {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  set(changes: Omit<Request<'me.set'>, 'type' | 'ref'>): Promise<unknown> {
    return this.#session.ask({ type: 'me.set', ...changes })
  }

  /** A sign-in link of one's own; it voids those before it. */
  async link(): Promise<string> {
    const { path } = await this.#session.ask({ type: 'me.link' })
    return location.origin + path
  }

  /** Once it is done the connection ends, which has a screen of its own. */
  signOut(everywhere = false): void {
    this.#session.try(this.#session.ask({ type: 'session.end', everywhere: everywhere || undefined }))
  }
}
