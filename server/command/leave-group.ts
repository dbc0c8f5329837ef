// `presence group leave`.
import { ask } from './ask.ts'
import { bothOf } from './join-group.ts'
import type { Verb } from './verb.ts'

export const leaveGroup: Verb = {
  name: 'group leave',
  usage: 'group leave GROUP PERSON',
  says: 'takes an account out of a group',
  async run({ words, socketPath }) {
    const { group, person, says } = await bothOf(words, socketPath)
    await ask(socketPath, { type: 'group.drop', group, person })
    return `${says.person} is no longer in ${says.group}.`
  },
}
