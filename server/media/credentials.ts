// Credentials for a relay as coturn's use-auth-secret has them: the name says until when it is good, the password is
// the name's HMAC, which only who has the secret can work out. Neither is kept anywhere.
import { createHmac } from 'node:crypto'

export interface Credential {
  readonly username: string
  readonly credential: string
}

export class Credentials {
  readonly #secret: string

  constructor(secret: string) {
    this.#secret = secret
  }

  /** For somebody, until then, in milliseconds. */
  give(who: string, until: number): Credential {
    const username = `${Math.floor(until / 1000)}:${who}`
    return { username, credential: this.passwordOf(username) }
  }

  passwordOf(username: string): string {
    return createHmac('sha1', this.#secret).update(username).digest('base64')
  }
}

/** Who it was given to, and until when. */
export function readUsername(username: string): { readonly who: string; readonly until: number } | undefined {
  const [, seconds, who] = username.match(/^(\d{1,12}):(.+)$/) ?? []
  return seconds && who ? { who, until: Number(seconds) * 1000 } : undefined
}
