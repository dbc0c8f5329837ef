// Every message x every role x every transport, against the real server: what the permission table says, holds.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requests } from '#protocol/message.ts'
import { may, permissions, type Right, type Standing } from '../../server/room/permission.ts'
import { transports } from '../support/carrier.ts'
import { Person, Refused } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'
import { rows } from './rows.ts'
import { type ActorRole, build, config, roles, type World } from './world.ts'

const everyRow = Object.keys(rows) as (keyof typeof rows)[]
const scopes = ['create', 'invite', 'post', 'read'] as const

let server: Running
beforeAll(async () => {
  server = await start(config, undefined, { remember: true })
})
afterAll(() => server[Symbol.asyncDispose]())

const combinations = roles.flatMap(role =>
  transports
    .filter(transport => (role === 'operator' ? transport === 'unix' : true))
    .map(transport => ({ role, transport })),
)

describe.each(combinations)('$role by $transport', ({ role, transport }) => {
  test.each(everyRow)('[RM16] %s', async right => {
    const world = await build(server, role, transport, otherScope(right))
    try {
      await rows[right].before?.(world)
      await world.witness.settled()
      await (allowed(role, right) ? isDone(world, right) : isRefusedUnnoticed(world, right))
    } finally {
      await world.end()
    }
  })
})

test('[RM16] only who may answer is shown who waits', async () => {
  for (const role of ['guest', 'member', 'admin', 'owner', 'service'] as const) {
    const world = await build(server, role, 'websocket', 'read')
    const late = await Person.come(server, { name: 'Late', transport: 'tcp' })
    await late.ask({ type: 'knock.ask', room: world.room })
    await world.actor.settled()
    const shown = world.actor.all('knock.waiting').some(({ knocker }) => knocker.name === 'Late')
    expect([role, shown]).toEqual([role, may(role, [], 'knock.admit')])
    late.carrier.close()
    await world.end()
  }
})

test('the matrix is complete: no message and no right without a row, and a planted one is missed', () => {
  expect(missingRows(Object.keys(requests))).toEqual(['hello'])
  expect(missingRows(Object.keys(permissions))).toEqual(['hello'])
  expect(missingRows([...Object.keys(requests), 'planted.message'])).toContain('planted.message')
})

/** Those without a row of their own: every actor says hello to begin with, and who is shown knocks is tried above. */
const missingRows = (names: readonly string[]) => names.filter(name => !Object.hasOwn(rows, name))

async function isDone(world: World, right: keyof typeof rows): Promise<void> {
  await expect(ask(world, right)).resolves.toBeDefined()
}

async function isRefusedUnnoticed(world: World, right: keyof typeof rows): Promise<void> {
  const { witness } = world
  const before = witness.heard.length
  const refusal = await ask(world, right).catch(error => error)
  expect(refusal).toBeInstanceOf(Refused)
  expect(['forbidden', 'room.outside', 'room.knock', 'live.locked']).toContain(refusal.code)
  await witness.settled()
  // Nothing but the answer to the question whether all is quiet.
  expect(witness.heard.slice(before).map(({ type }) => type)).toEqual(['done'])
}

const ask = (world: World, right: keyof typeof rows) => world.actor.ask(rows[right].ask(world) as never)

function allowed(role: ActorRole, right: keyof typeof rows): boolean {
  const row = rows[right]
  const standing = row.outside ? outside(role) : inside(role)
  return may(standing, role === 'service' ? scopes : [], right as Right)
}

function inside(role: ActorRole): Standing {
  if (role === 'trusted') return 'admin'
  return role === 'keyless' ? 'service' : role
}

/** Owners, admins and outsiders of a room are guests of the server here; who has a token is a member. */
function outside(role: ActorRole): Standing {
  if (role === 'operator' || role === 'member') return role
  if (role === 'partner') return 'member'
  if (role === 'trusted') return 'owner'
  return role === 'service' || role === 'keyless' ? 'service' : 'guest'
}

/** A scope that a key may have without being allowed this. */
const otherScope = (right: keyof typeof rows) =>
  scopes.find(scope => scope !== permissions[right].scope) ?? 'read'
