// How the load speaks to each server: what makes a room, what a visitor says to be in it, and what he says there.
import { openRaw, openSocketIo, type Talk } from './talk.ts'

export type Dialect =
  | 'presence over Socket.IO'
  | 'presence over /ws'
  | 'bare Socket.IO'
  | 'bare ws'
  | 'bare loop'
  | 'presence in a browser'
  | 'bare page'
  | 'bare list'

/** A room that can be entered by whoever knows this. */
export interface Place {
  readonly room: string
  readonly invite?: string
}

export interface Speech {
  /** Makes so many rooms, which is no part of what is measured. */
  rooms(port: number, count: number): Promise<Place[]>
  /** Connects and is in the room when it is done. */
  enter(port: number, place: Place): Promise<Talk>
  say(talk: Talk, place: Place, key: string, text: string): void
}

type Open = (port: number) => Promise<Talk>

const presence = (open: Open): Speech => ({
  async rooms(port, count) {
    const talk = await open(port)
    await hello(talk)
    const places: Place[] = []
    for (let ref = 1; ref <= count; ref++) places.push(await create(talk, ref))
    talk.end()
    return places
  },
  async enter(port, { invite }) {
    const talk = await open(port)
    await hello(talk)
    const done = talk.hears('done')
    talk.send({ type: 'room.join', ref: 1, invite })
    await done
    return talk
  },
  say: (talk, { room }, key, text) => talk.send({ type: 'chat.send', room, key, text }),
})

async function hello(talk: Talk): Promise<void> {
  const welcome = talk.hears('welcome')
  talk.send({ type: 'hello', version: 1, name: 'Guest' })
  await welcome
}

async function create(talk: Talk, ref: number): Promise<Place> {
  const done = talk.hears('done')
  talk.send({ type: 'room.create', ref })
  const { result } = (await done) as { result: { room: string; link: string } }
  return { room: result.room, invite: result.link.split('/')[2] }
}

const bare = (open: Open): Speech => ({
  rooms: async (_port, count) => Array.from({ length: count }, (_, at) => ({ room: `room-${at}` })),
  async enter(port, { room }) {
    const talk = await open(port)
    const joined = talk.hears('joined')
    talk.send({ type: 'join', room })
    await joined
    return talk
  },
  say: (talk, { room }, key, text) => talk.send({ type: 'say', room, key, text }),
})

const speeches: Record<Exclude<Dialect, 'bare loop'>, Speech> = {
  'presence over Socket.IO': presence(openSocketIo),
  'presence over /ws': presence(openRaw),
  'bare Socket.IO': bare(openSocketIo),
  'bare ws': bare(openRaw),
  'presence in a browser': presence(openRaw),
  'bare page': bare(openRaw),
  'bare list': bare(openRaw),
}

export function speechOf(dialect: Dialect): Speech {
  if (dialect === 'bare loop') throw new Error('a bare loop has no rooms')
  return speeches[dialect]
}
