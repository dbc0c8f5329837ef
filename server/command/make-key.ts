// `presence key make`.
import { scope } from '#protocol/server.ts'
import { ask } from './ask.ts'
import { readScopes } from './hash-key.ts'
import type { Verb } from './verb.ts'

export const makeKeyVerb: Verb = {
  name: 'key make',
  usage: 'key make NAME SCOPE...',
  says: `a new service key, shown this once (scopes: ${scope.options.join(', ')})`,
  async run({ words, socketPath }) {
    const { key } = await ask(socketPath, {
      type: 'server.key-make',
      ...readScopes(words, 'presence key make'),
    })
    return key
  },
}
