// `presence group remove`.
import { ask } from './ask.ts'
import { findGroup } from './find-group.ts'
import type { Verb } from './verb.ts'

export const removeGroup: Verb = {
  name: 'group remove',
  usage: 'group remove NAME|ID',
  says: 'ends a group; its people keep their accounts and rooms',
  async run({ words, socketPath }) {
    const { group, name } = await findGroup(words.join(' '), socketPath)
    await ask(socketPath, { type: 'group.remove', group })
    return `${name} is removed.`
  },
}
