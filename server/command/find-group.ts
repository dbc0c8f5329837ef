// Which group is meant, by its name or id.
import type { Result } from '#protocol/message.ts'
import { ask } from './ask.ts'
import { CommandError } from './verb.ts'

type Group = Result<'group.list'>['groups'][number]

export async function findGroup(called: string, socketPath: string): Promise<Group> {
  if (!called) throw new CommandError('Give the name or the id of a group. presence group list shows them.')
  const { groups } = await ask(socketPath, { type: 'group.list' })
  const found = groups.find(({ group }) => group === called) ?? groups.find(({ name }) => name === called)
  if (found) return found
  throw new CommandError(`${called}: no group has this name or id. presence group list shows them.`)
}
