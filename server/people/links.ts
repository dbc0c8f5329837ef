// The links that sign somebody in: the owner of the server for a day, others by a link of their own. They stand in
// the fragment, which no server log and no Referer ever sees.
import { z } from 'zod'
import { personId, type Sealed } from '#protocol/id.ts'
import type { Clock } from '../base/clock.ts'
import type { Seal } from '../base/seal.ts'
import type { Account } from '../store/accounts.ts'
import type { KeptDirectory } from './directory.ts'

const DAY = 24 * 3600_000
const OWNER_LIFE = DAY
const LIFE = 7 * DAY

/** The number says whether a newer link was made since. */
const proof = z.strictObject({ account: personId, number: z.number().int() })

export class SignInLinks {
  readonly #seal: Seal
  readonly #clock: Clock
  readonly #directory: KeptDirectory

  constructor(seal: Seal, clock: Clock, directory: KeptDirectory) {
    this.#seal = seal
    this.#clock = clock
    this.#directory = directory
  }

  ownerPath(): string {
    return `/#owner=${this.#seal.close('owner', null, this.#clock.now(), OWNER_LIFE)}`
  }

  isOwner(token: Sealed): boolean {
    return this.#seal.open('owner', token, this.#clock.now()) !== undefined
  }

  /** A new one for this account, which voids those before it. */
  async make(account: Account['id']): Promise<string> {
    const number = await this.#directory.newLink(account)
    return `/#signin=${this.#seal.close('signin', { account, number }, this.#clock.now(), LIFE)}`
  }

  accountOf(token: Sealed): Account | undefined {
    const opened = proof.safeParse(this.#seal.open('signin', token, this.#clock.now())?.value)
    const account = opened.success ? this.#directory.find(opened.data.account) : undefined
    return account?.links === opened.data?.number ? account : undefined
  }
}
