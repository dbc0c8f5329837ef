// What only this server can make and read. A sealed token is AES-256-GCM over JSON; every purpose has a key of its
// own, so that a token made for one thing never opens another.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

const IV = 12
const TAG = 16

export interface Opened {
  readonly value: unknown
  readonly issued: number
}

export class Seal {
  readonly #secret: Buffer
  readonly #keys = new Map<string, KeyObject>()

  constructor(secret: Buffer) {
    this.#secret = secret
  }

  close(purpose: string, value: unknown, now: number, lifeMs: number): string {
    const iv = nextIv()
    const cipher = createCipheriv('aes-256-gcm', this.#key(purpose), iv)
    const text = JSON.stringify({ value, issued: now, until: now + lifeMs })
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
  }

  /** The value, or undefined when the token was not made here, for this purpose, or has run out. */
  open(purpose: string, token: string, now: number): Opened | undefined {
    const bytes = Buffer.from(token, 'base64url')
    if (bytes.length <= IV + TAG) return undefined
    const decipher = createDecipheriv('aes-256-gcm', this.#key(purpose), bytes.subarray(0, IV))
    decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
    try {
      const text = decipher.update(bytes.subarray(IV + TAG), undefined, 'utf8') + decipher.final('utf8')
      const { value, issued, until } = JSON.parse(text)
      return until > now ? { value, issued } : undefined
    } catch {
      return undefined
    }
  }

  /** The same text always gives the same bytes, which nobody else can work out. */
  digest(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.#key(purpose)).update(text).digest()
  }

  /** As a key object: of a buffer Node finds out by an exception that it is none, which costs more than the cipher. */
  #key(purpose: string): KeyObject {
    const known = this.#keys.get(purpose)
    if (known) return known
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', this.#secret, '', purpose, 32)))
    this.#keys.set(purpose, key)
    return key
  }
}

let drawn = Buffer.alloc(0)

/** Never the same twice. Drawn many at once: a draw costs as much as the cipher, however small. */
function nextIv(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(256 * IV)
  const iv = drawn.subarray(0, IV)
  drawn = drawn.subarray(IV)
  return iv
}
