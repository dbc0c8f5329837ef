// `presence user link`.
import { ask, linkTo } from './ask.ts'
import { findUser } from './find-user.ts'
import type { Verb } from './verb.ts'

export const aboutLink = `Good for a week, on all his devices: whoever has it is him. A browser in which it was opened stays signed in.`

export const linkUser: Verb = {
  name: 'user link',
  usage: 'user link NAME|ID',
  says: 'a new sign-in link for an account; the one before it is void',
  async run({ words, socketPath }) {
    const { person } = await findUser(words.join(' '), socketPath)
    const { path } = await ask(socketPath, { type: 'server.user-link', person })
    return `${await linkTo(path, socketPath)}\n${aboutLink}`
  },
}
