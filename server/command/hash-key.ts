// `presence key hash`: makes a service key.
import { type Scope, scope } from '#protocol/server.ts'
import { hashKey, makeKey } from '../people/keys.ts'
import { CommandError, type Verb } from './verb.ts'

export const hashKeyVerb: Verb = {
  name: 'key hash',
  usage: 'key hash NAME SCOPE...',
  says: 'a new service key as a line for the config',
  run({ words }) {
    const { name, scopes } = readScopes(words, 'presence key hash')
    const key = makeKey()
    const line = `{ name: ${quote(name)}, hash: '${hashKey(key)}', scopes: [${scopes.map(quote).join(', ')}] },`
    return `The key, shown this once:\n  ${key}\n\nFor serviceKeys in the config:\n  ${line}`
  },
}

/** NAME SCOPE... */
export function readScopes([name, ...scopes]: readonly string[], verb: string) {
  if (!name || scopes.length === 0)
    throw new CommandError(`Give a name and at least one scope: ${verb} NAME SCOPE...`)
  const wrong = scopes.find(word => !scope.options.includes(word as Scope))
  if (wrong)
    throw new CommandError(`${wrong}: there is no such scope. There are: ${scope.options.join(', ')}`)
  return { name, scopes: scopes as Scope[] }
}

const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
