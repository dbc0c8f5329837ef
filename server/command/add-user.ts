// `presence user add`.
import { ask, linkTo } from './ask.ts'
import { aboutLink } from './link-user.ts'
import { CommandError, type Verb } from './verb.ts'

export const addUser: Verb = {
  name: 'user add',
  usage: 'user add NAME',
  says: 'a new account, and the link by which it signs in',
  async run({ words, socketPath }) {
    const name = words.join(' ')
    if (!name) throw new CommandError('Give a name: presence user add NAME')
    const { path } = await ask(socketPath, { type: 'server.user-add', name })
    return `${await linkTo(path, socketPath)}\n${aboutLink}`
  },
}
