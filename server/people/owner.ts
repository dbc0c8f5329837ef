// The owner of the server comes by a link that the `presence` command prints.

import type { Hello } from '#protocol/hello.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Clock } from '../base/clock.ts'
import type { Seal } from '../base/seal.ts'
import { type Person, personIdFrom } from './person.ts'
import type { SignIn } from './sign-in.ts'

const LIFE = 24 * 3600_000

export class OwnerLink implements SignIn {
  readonly #seal: Seal
  readonly #clock: Clock

  constructor(seal: Seal, clock: Clock) {
    this.#seal = seal
    this.#clock = clock
  }

  /** In the fragment, where no server log and no Referer ever sees it. */
  path(): string {
    return `/#owner=${this.#seal.close('owner', null, this.#clock.now(), LIFE)}`
  }

  meet(hello: Hello): Person | undefined {
    if (!hello.owner) return undefined
    if (!this.#seal.open('owner', hello.owner, this.#clock.now())) throw new Refusal('signin.failed')
    const id = personIdFrom(this.#seal.digest('account', 'owner'))
    return { id, kind: 'account', name: hello.name ?? 'Owner', trusted: true, scopes: [] }
  }

  again(person: Person): Person {
    return person
  }
}
