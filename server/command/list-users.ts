// `presence user list`.
import { allUsers, type User } from './find-user.ts'
import type { Verb } from './verb.ts'

const origins: Readonly<Record<User['origin'], string>> = {
  local: 'by sign-in link',
  owner: 'owns this server',
  token: 'by another program',
}

export const listUsers: Verb = {
  name: 'user list',
  usage: 'user list [--json]',
  says: 'the accounts, and when each was here last',
  async run({ json, socketPath }) {
    const users = await allUsers(socketPath)
    if (json) return JSON.stringify(users)
    if (users.length === 0) return 'There are no accounts. presence user add NAME makes one.'
    return users
      .map(({ person, name, origin, seen, here }) =>
        [person, here ? 'here now        ' : momentOf(seen), origins[origin].padEnd(18), name].join('  '),
      )
      .join('\n')
  },
}

const momentOf = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
