// `presence key revoke`.
import { ask } from './ask.ts'
import { CommandError, type Verb } from './verb.ts'

export const revokeKey: Verb = {
  name: 'key revoke',
  usage: 'key revoke NAME',
  says: 'ends a service key and whatever uses it, at once',
  async run({ words, socketPath }) {
    const name = words.join(' ')
    if (!name) throw new CommandError('Give the name of a key: presence key revoke NAME')
    await ask(socketPath, { type: 'server.key-revoke', name })
    return `The key of ${name} opens nothing any more.`
  },
}
