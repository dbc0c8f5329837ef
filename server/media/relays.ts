// What a browser is told of STUN and TURN servers, with credentials of its own that run out.
import type { PersonId } from '#protocol/id.ts'
import type { Seal } from '../base/seal.ts'
import { type Credential, Credentials } from './credentials.ts'

const HOUR = 3600_000
/** Longer than most calls; who stays asks for new ones. */
const LIFE = 6 * HOUR

export interface RelayAddress {
  readonly urls: readonly string[]
  /** What the server that relays has too. Null: all of them only say how one is reached. */
  readonly secret: string | null
}

interface IceServers {
  readonly servers: readonly ({ readonly urls: string[] } & Partial<Credential>)[]
  readonly expires: number | null
}

export class Relays {
  readonly #urls: readonly string[]
  readonly #credentials: Credentials | undefined
  readonly #seal: Seal

  constructor({ urls, secret }: RelayAddress, seal: Seal) {
    this.#urls = urls
    this.#credentials = secret === null ? undefined : new Credentials(secret)
    this.#seal = seal
  }

  serversFor(person: PersonId, now: number): IceServers {
    const urls = [...this.#urls]
    if (urls.length === 0) return { servers: [], expires: null }
    if (!this.#credentials) return { servers: [{ urls }], expires: null }
    const expires = now + LIFE
    return { servers: [{ urls, ...this.#credentials.give(this.#alias(person), expires) }], expires }
  }

  /** The same person has the same name there, by which a quota goes, but its log does not tell who it was. */
  #alias(person: PersonId): string {
    return this.#seal.digest('relay', person).toString('base64url').slice(0, 16)
  }
}
