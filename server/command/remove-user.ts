// `presence user remove`.
import { ask } from './ask.ts'
import { findUser } from './find-user.ts'
import type { Verb } from './verb.ts'

export const removeUser: Verb = {
  name: 'user remove',
  usage: 'user remove NAME|ID',
  says: 'ends an account at once, everywhere; what was said stays',
  async run({ words, socketPath }) {
    const { person, name } = await findUser(words.join(' '), socketPath)
    await ask(socketPath, { type: 'server.user-remove', person })
    return `${name} is removed, is out of every room, and cannot come back.`
  },
}
