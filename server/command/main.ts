// The `presence` command: one file a verb.
import { join, resolve } from 'node:path'
import { Mistake } from '../base/mistake.ts'
import { load } from '../config.ts'
import { SOCKET_NAME } from '../store/folder.ts'
import { addGroup } from './add-group.ts'
import { addUser } from './add-user.ts'
import { backup } from './backup.ts'
import { checkConfig } from './check-config.ts'
import { exportRoom } from './export-room.ts'
import { hashKeyVerb } from './hash-key.ts'
import { joinGroup } from './join-group.ts'
import { leaveGroup } from './leave-group.ts'
import { linkUser } from './link-user.ts'
import { listGroups } from './list-groups.ts'
import { listKeys } from './list-keys.ts'
import { listRooms } from './list-rooms.ts'
import { listUsers } from './list-users.ts'
import { makeKeyVerb } from './make-key.ts'
import { ownerLink } from './owner-link.ts'
import { relayConfig } from './relay-config.ts'
import { removeGroup } from './remove-group.ts'
import { removeUser } from './remove-user.ts'
import { restore } from './restore.ts'
import { revokeKey } from './revoke-key.ts'
import { status } from './status.ts'
import { CommandError, type Verb } from './verb.ts'

const verbs: readonly Verb[] = [
  ...[status, listRooms, exportRoom],
  ...[ownerLink, addUser, linkUser, listUsers, removeUser],
  ...[listGroups, addGroup, removeGroup, joinGroup, leaveGroup],
  ...[makeKeyVerb, listKeys, revokeKey, hashKeyVerb],
  ...[checkConfig, relayConfig, backup, restore],
]

async function main(words: readonly string[]): Promise<void> {
  const verb = verbs.find(({ name }) => name.split(' ').every((word, at) => words[at] === word))
  if (!verb)
    throw new CommandError(
      `${words.length > 0 ? `presence ${words.join(' ')}: there is no such command.\n\n` : ''}${help()}`,
    )
  const settings = await load(process.env)
  const data = resolve(settings.data)
  const given = words.slice(verb.name.split(' ').length)
  console.log(
    await verb.run({
      words: given.filter(word => word !== '--json'),
      json: given.includes('--json'),
      data,
      relay: settings.relay,
      socketPath: join(data, SOCKET_NAME),
      // Loaded for those who ask: it brings the whole server along.
      openArchive: async purpose => (await import('../compose.ts')).openArchive(settings, purpose),
    }),
  )
}

const help = () =>
  ['presence COMMAND', ...verbs.map(({ usage, says }) => `  ${usage.padEnd(34)}${says}`)].join('\n')

main(process.argv.slice(2)).catch(error => {
  console.error(error instanceof Mistake ? error.message : error)
  process.exitCode = 1
})
