// `presence user owner-link`.
import { ask, linkTo } from './ask.ts'
import type { Verb } from './verb.ts'

export const ownerLink: Verb = {
  name: 'user owner-link',
  usage: 'user owner-link',
  says: 'a link that signs you in as the owner of this server, good for a day',
  async run({ socketPath }) {
    const { path } = await ask(socketPath, { type: 'server.owner-link' })
    return linkTo(path, socketPath)
  },
}
