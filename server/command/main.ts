// The `presence` command: one file a verb.
import { join, resolve } from 'node:path'
import { Mistake } from '../base/mistake.ts'
import { load } from '../config.ts'
import { SOCKET_NAME } from '../store/folder.ts'
import { checkConfig } from './check-config.ts'
import { hashKeyVerb } from './hash-key.ts'
import { listRooms } from './list-rooms.ts'
import { ownerLink } from './owner-link.ts'
import { status } from './status.ts'
import { CommandError, type Verb } from './verb.ts'

const verbs: readonly Verb[] = [status, listRooms, ownerLink, hashKeyVerb, checkConfig]

async function main(words: readonly string[]): Promise<void> {
  const verb = verbs.find(({ name }) => name.split(' ').every((word, at) => words[at] === word))
  if (!verb)
    throw new CommandError(
      `${words.length > 0 ? `presence ${words.join(' ')}: there is no such command.\n\n` : ''}${help()}`,
    )
  const settings = await load(process.env)
  const socketPath = join(resolve(settings.data), SOCKET_NAME)
  const given = words.slice(verb.name.split(' ').length)
  console.log(
    await verb.run({
      words: given.filter(word => word !== '--json'),
      json: given.includes('--json'),
      socketPath,
    }),
  )
}

const help = () =>
  ['presence COMMAND', ...verbs.map(({ usage, says }) => `  ${usage.padEnd(34)}${says}`)].join('\n')

main(process.argv.slice(2)).catch(error => {
  console.error(error instanceof Mistake ? error.message : error)
  process.exitCode = 1
})
