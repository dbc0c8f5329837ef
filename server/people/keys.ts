// The service keys that hold: those of the config, and those made by command. Only hashes of them are kept; a key
// itself is shown once, when it is made.
import { createHash, randomBytes } from 'node:crypto'
import { Refusal } from '#protocol/refusal.ts'
import type { Scope } from '#protocol/server.ts'
import type { Clock } from '../base/clock.ts'
import type { ServiceKeys } from '../store/service-keys.ts'
import { Twice } from '../store/store.ts'

export interface ServiceKey {
  readonly name: string
  readonly hash: string
  readonly scopes: readonly Scope[]
  /** Undefined for one of the config, which only an edit of the config takes away. */
  readonly madeAt?: number | undefined
}

export const makeKey = () => randomBytes(24).toString('base64url')
// A plain hash is enough: the key is 192 random bits, there is nothing to guess.
export const hashKey = (key: string) => createHash('sha256').update(key).digest('hex')

export class KeyRing {
  readonly #port: ServiceKeys | undefined
  readonly #clock: Clock
  readonly #keys = new Map<string, ServiceKey>()

  private constructor(port: ServiceKeys | undefined, clock: Clock) {
    this.#port = port
    this.#clock = clock
  }

  /** Of two keys with one name the config's holds. */
  static async open(
    fixed: readonly ServiceKey[],
    port: ServiceKeys | undefined,
    clock: Clock,
  ): Promise<KeyRing> {
    const ring = new KeyRing(port, clock)
    for (const key of [...((await port?.load()) ?? []), ...fixed]) ring.#keys.set(key.name, key)
    return ring
  }

  find(name: string): ServiceKey | undefined {
    return this.#keys.get(name)
  }

  list(): ServiceKey[] {
    return [...this.#keys.values()]
  }

  async make(name: string, scopes: readonly Scope[]): Promise<string> {
    if (this.#keys.has(name)) throw new Refusal('name.taken')
    const key = makeKey()
    const made = { name, hash: hashKey(key), scopes, madeAt: this.#clock.now() }
    await this.#kept.add(made).catch(error => {
      throw error instanceof Twice ? new Refusal('name.taken') : error
    })
    this.#keys.set(name, made)
    return key
  }

  async revoke(name: string): Promise<void> {
    const key = this.#keys.get(name)
    if (!key) throw new Refusal('key.unknown')
    if (key.madeAt === undefined) throw new Refusal('key.fixed')
    await this.#kept.remove(name)
    this.#keys.delete(name)
  }

  get #kept(): ServiceKeys {
    if (this.#port) return this.#port
    throw new Refusal('store.none')
  }
}
