// `presence room list`.
import { ask } from './ask.ts'
import type { Verb } from './verb.ts'

export const listRooms: Verb = {
  name: 'room list',
  usage: 'room list [--json]',
  says: 'the rooms that are open, and how many people are in each',
  async run({ json, socketPath }) {
    const { rooms } = await ask(socketPath, { type: 'server.rooms' })
    if (json) return JSON.stringify(rooms)
    if (rooms.length === 0) return 'No room is open.'
    return rooms
      .map(({ room, count, name, topic }) => `${room}  ${String(count).padStart(4)}  ${name ?? topic}`)
      .join('\n')
  },
}
