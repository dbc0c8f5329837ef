// `presence key hash`: makes a service key.
import { type Scope, scope } from '../people/person.ts'
import { hashKey, makeKey } from '../people/service.ts'
import { CommandError, type Verb } from './verb.ts'

export const hashKeyVerb: Verb = {
  name: 'key hash',
  usage: 'key hash NAME SCOPE...',
  says: `a new service key, and the line for the config (scopes: ${scope.options.join(', ')})`,
  run({ words: [name, ...scopes] }) {
    if (!name || scopes.length === 0)
      throw new CommandError('Give a name and at least one scope: presence key hash NAME SCOPE...')
    const wrong = scopes.find(word => !scope.options.includes(word as Scope))
    if (wrong)
      throw new CommandError(`${wrong}: there is no such scope. There are: ${scope.options.join(', ')}`)
    const key = makeKey()
    const line = `{ name: ${quote(name)}, hash: '${hashKey(key)}', scopes: [${scopes.map(quote).join(', ')}] },`
    return `The key, shown this once:\n  ${key}\n\nFor serviceKeys in the config:\n  ${line}`
  },
}

const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
