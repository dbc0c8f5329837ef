// Which account is meant by a name or an id.
import type { Result } from '#protocol/message.ts'
import { ask } from './ask.ts'
import { CommandError } from './verb.ts'

export type User = Result<'server.users'>['users'][number]

export async function allUsers(socketPath: string): Promise<User[]> {
  const all: User[] = []
  for (let more = true; more; ) {
    const page = await ask(socketPath, { type: 'server.users', past: all.at(-1)?.person })
    all.push(...page.users)
    more = page.more
  }
  return all
}

export async function findUser(called: string, socketPath: string): Promise<User> {
  if (!called) throw new CommandError('Give the name or the id of an account. presence user list shows them.')
  const all = await allUsers(socketPath)
  const found = all.filter(({ person, name }) => person === called || name === called)
  const [user] = found
  if (!user) throw new CommandError(`There is no account ${called}. presence user list shows them.`)
  if (found.length === 1) return user
  const lines = found.map(({ person, origin }) => `  ${person}  ${origin}`)
  throw new CommandError([`${found.length} accounts are called ${called}. Give an id:`, ...lines].join('\n'))
}
