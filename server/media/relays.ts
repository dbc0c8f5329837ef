// What a browser is told of STUN and TURN servers, with credentials of its own that run out. Where the operator has no
// server that relays, one of our own is opened.
import type { PersonId } from '#protocol/id.ts'
import type { IceServers } from '#protocol/live.ts'
import type { Clock } from '../base/clock.ts'
import { lanAddress } from '../base/lan-address.ts'
import type { Log } from '../base/log.ts'
import type { Seal } from '../base/seal.ts'
import { Credentials } from './credentials.ts'
import { placeOf, type Told } from './place.ts'
import { Relay } from './relay/relay.ts'

const HOUR = 3600_000
/** Longer than most calls; who stays asks for new ones. */
const LIFE = 6 * HOUR

export interface RelaySettings extends Told {
  readonly port: number | null
  readonly ports: { readonly first: number; readonly last: number }
  readonly urls: readonly string[]
  /** What the server that relays, one of `urls`, has too. */
  readonly secret: string | null
}

interface Parts {
  readonly clock: Clock
  readonly log: Log
  readonly seal: Seal
}

export class Relays {
  readonly #urls: readonly string[]
  readonly #credentials: Credentials | undefined
  readonly #seal: Seal
  readonly #own: Relay | undefined

  private constructor(urls: readonly string[], secret: string | null, seal: Seal, own?: Relay) {
    this.#urls = urls
    this.#credentials = secret === null ? undefined : new Credentials(secret)
    this.#seal = seal
    this.#own = own
  }

  static async open(settings: RelaySettings, parts: Parts): Promise<Relays> {
    const { port, ports, urls, secret } = settings
    if (port === null || secret !== null) return new Relays(urls, secret, parts.seal)
    const { name, ...place } = placeOf(settings, lanAddress())
    const made = parts.seal.digest('relay secret', '').toString('base64url')
    try {
      const own = await Relay.open({ ...parts, ...place, ports }, port, made)
      parts.log.info({ port: own.port, address: place.address }, 'relay open')
      const ours = [`stun:${name}:${own.port}`, `turn:${name}:${own.port}?transport=udp`]
      return new Relays([...urls, ...ours], made, parts.seal, own)
    } catch (error) {
      parts.log.error({ err: error, port }, 'no relay: people are in a call only where they connect directly')
      return new Relays(urls, null, parts.seal)
    }
  }

  serversFor(person: PersonId, now: number): IceServers {
    const urls = [...this.#urls]
    if (urls.length === 0) return { servers: [], expires: null }
    if (!this.#credentials) return { servers: [{ urls }], expires: null }
    const expires = now + LIFE
    return { servers: [{ urls, ...this.#credentials.give(this.#alias(person), expires) }], expires }
  }

  close(): void {
    this.#own?.close()
  }

  /** The same person has the same name there, by which a quota goes, but its log does not tell who it was. */
  #alias(person: PersonId): string {
    return this.#seal.digest('relay', person).toString('base64url').slice(0, 16)
  }
}
