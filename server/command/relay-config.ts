// `presence relay config`.
import { lanAddress } from '../base/lan-address.ts'
import { coturnConfig } from '../media/coturn.ts'
import { CommandError, type Verb } from './verb.ts'

export const relayConfig: Verb = {
  name: 'relay config',
  usage: 'relay config NAME [CERT KEY]',
  says: 'the settings of a coturn on this machine, for /etc/turnserver.conf',
  run({ words, relay: { secret, address } }) {
    const [name, cert, key] = words
    if (!name || words.length === 2 || words.length > 3)
      throw new CommandError(
        'Give a name, and a certificate with its key if there is one: relay config NAME [CERT KEY]',
      )
    if (!/^[a-z0-9.-]+$/i.test(name))
      throw new CommandError(`${name} is not a name such as turn.example.org.`)
    if (secret === null)
      throw new CommandError(
        'coturn and Presence need a secret that both know. Set relay.urls and relay.secret in the config first.',
      )
    const certificate = cert && key ? { cert, key } : undefined
    return coturnConfig({ name, secret, certificate, own: lanAddress(), outside: address })
  },
}
