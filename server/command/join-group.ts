// `presence group join`.
import { ask } from './ask.ts'
import { findGroup } from './find-group.ts'
import { findUser } from './find-user.ts'
import { CommandError, type Verb } from './verb.ts'

export const joinGroup: Verb = {
  name: 'group join',
  usage: 'group join GROUP PERSON',
  says: 'puts an account into a group; each by its name or id',
  async run({ words, socketPath }) {
    const { group, person, says } = await bothOf(words, socketPath)
    await ask(socketPath, { type: 'group.add', group, person })
    return `${says.person} is in ${says.group}.`
  },
}

/** The group and the person that are meant. A name of several words stands in quotes. */
export async function bothOf(words: readonly string[], socketPath: string) {
  const [called, whom, more] = words
  if (!called || !whom || more !== undefined)
    throw new CommandError('Give a group and a person, names of several words in quotes: GROUP PERSON')
  const { group, name } = await findGroup(called, socketPath)
  const user = await findUser(whom, socketPath)
  return { group, person: user.person, says: { group: name, person: user.name } }
}
