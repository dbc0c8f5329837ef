// `presence status`.
import { ask } from './ask.ts'
import type { Verb } from './verb.ts'

export const status: Verb = {
  name: 'status',
  usage: 'status [--json]',
  says: 'how the running server is doing',
  async run({ json, socketPath }) {
    const result = await ask(socketPath, { type: 'server.status' })
    if (json) return JSON.stringify(result)
    const { url, since, rooms, people, sessions, sockets, memory } = result
    return [
      `address   ${url}`,
      `running   since ${new Date(since).toISOString()}`,
      `rooms     ${rooms}`,
      `people    ${people} with ${sessions} pages or programs, ${sockets} connected`,
      `memory    ${Math.round(memory / 1024 / 1024)} MB`,
    ].join('\n')
  },
}
