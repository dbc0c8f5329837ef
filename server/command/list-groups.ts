// `presence group list`.
import { ask } from './ask.ts'
import type { Verb } from './verb.ts'

export const listGroups: Verb = {
  name: 'group list',
  usage: 'group list [--json]',
  says: 'the groups, and who is in each',
  async run({ json, socketPath }) {
    const { groups } = await ask(socketPath, { type: 'group.list' })
    const whole = []
    for (const { group } of groups) whole.push(await ask(socketPath, { type: 'group.who', group }))
    if (json) return JSON.stringify(whole)
    if (whole.length === 0) return 'There are no groups. presence group add NAME makes one.'
    return whole
      .map(({ name, members }) => [name, ...members.map(({ name }) => `  ${name}`)].join('\n'))
      .join('\n')
  },
}
