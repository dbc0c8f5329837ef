// `presence group add`.
import { ask } from './ask.ts'
import { CommandError, type Verb } from './verb.ts'

export const addGroup: Verb = {
  name: 'group add',
  usage: 'group add NAME',
  says: 'a new group; who is in one finds and writes to the others in it',
  async run({ words, socketPath }) {
    const name = words.join(' ')
    if (!name) throw new CommandError('Give the group a name: presence group add NAME')
    const { group } = await ask(socketPath, { type: 'group.make', name })
    return `${name} is made, as ${group}. presence group join puts somebody into it.`
  },
}
