// What must hold of invites when many come at the same moment, in rooms with a name and without.
import { expect, test } from 'vitest'
import type { RoomId } from '#protocol/id.ts'
import { publicTransports, type Reachable } from '../support/carrier.ts'
import { list, make, outcome } from '../support/invites.ts'
import { Person } from '../support/person.ts'

export const RACERS = 16
const AT_ONCE = 10
const tokens = process.env.PRESENCE_LONG ? 300 : 30
const timeout = process.env.PRESENCE_LONG ? 600_000 : undefined

type Home = (server: Reachable) => Promise<{ ann: Person; room: RoomId }>

export function racersContract(open: () => Reachable, home: Home): void {
  test(`[IN6] ${tokens} invites for one, ${RACERS} racers each by every transport: one winner each`, {
    timeout,
  }, async () => {
    const server = open()
    const { ann, room } = await home(server)
    for (let done = 0; done < tokens; done += AT_ONCE) {
      const made = await Promise.all(Array.from({ length: AT_ONCE }, () => make(ann, room, { uses: 1 })))
      const races = await Promise.all(
        made.map(async ({ path }) => ({ path, racers: await racersOf(server) })),
      )
      const won = await Promise.all(races.map(({ path, racers }) => race(path, racers)))
      expect(won).toEqual(Array(AT_ONCE).fill(1))
      leave(races.flatMap(({ racers }) => racers))
    }
    const spent = (await list(ann, room)).filter(({ uses }) => uses === 1)
    expect(spent.every(({ left, count }) => left === 0 && count === 1)).toBe(true)
  })

  test('[IN11] revoked with the people while they come in: nobody who came by it is in afterwards', async () => {
    const server = open()
    const { ann, room } = await home(server)
    for (let round = 0; round < 5; round++) {
      const { id, path } = await make(ann, room, { uses: 12, role: 'member' })
      const racers = await racersOf(server)
      const racing = race(path, racers)
      const names = racers.map(({ welcome }) => welcome.name)
      if (round > 0) await ann.hears('room.joined', ({ member }) => names.includes(member.name))
      await ann.ask({ type: 'invite.revoke', room, id, people: true })
      await racing
      const { members } = await ann.ask({ type: 'room.who', room })
      expect(members.map(({ name }) => name)).toEqual(['Ann'])
      leave(racers)
    }
  })
}

let racer = 0
export const racersOf = (server: Reachable) =>
  Promise.all(
    Array.from({ length: RACERS }, (_, at) =>
      Person.come(server, { name: `Racer ${racer++}`, transport: publicTransports[at % 3] }),
    ),
  )

/** All at once; how many got in. Everybody else is told that the link is gone. */
export async function race(path: string, racers: readonly Person[]): Promise<number> {
  const codes = await Promise.all(racers.map(one => outcome(one, path)))
  expect(codes.filter(code => code !== 'in' && code !== 'room.gone')).toEqual([])
  return codes.filter(code => code === 'in').length
}

function leave(racers: readonly Person[]): void {
  for (const { carrier } of racers) carrier.close()
}
