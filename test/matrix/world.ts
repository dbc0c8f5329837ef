// A room with everything in it that a message may be about, and one actor in a certain role, by a certain transport.
import type { FileId, InviteId, MessageId, PersonId, RoomId } from '#protocol/id.ts'
import { PUBLIC } from '#protocol/public.ts'
import type { Config } from '../../server/config.ts'
import { serviceKey, signInByToken, tokenFor } from '../support/accounts.ts'
import type { Transport } from '../support/carrier.ts'
import { Person } from '../support/person.ts'
import type { Running } from '../support/start.ts'

export const roles = [
  'outsider',
  'guest',
  'member',
  'admin',
  'owner',
  'service',
  'keyless',
  'operator',
] as const
/** `keyless` is a service whose key allows none of what is asked. */
export type ActorRole = (typeof roles)[number]

export const config: Config = {
  ...signInByToken,
  serviceKeys: [
    serviceKey('all', 'key-of-all', ['create', 'invite', 'post', 'read']),
    // A key must allow something; rows that need a scope are tried without theirs.
    ...(['create', 'invite', 'post', 'read'] as const).map(scope =>
      serviceKey(scope, `key-of-${scope}`, [scope]),
    ),
  ],
  limits: {
    messagesPerSecond: 10_000,
    messagesAtOnce: 10_000,
    socketsPerAddress: 10_000,
    socketsPerPerson: 10_000,
    roomsPerMinute: 100_000,
    arrivalsPerSecond: 100_000,
    arrivalsAtOnce: 100_000,
  },
}

export interface World {
  readonly actor: Person
  readonly witness: Person
  readonly room: RoomId
  readonly link: string
  readonly victim: PersonId
  readonly knocker: PersonId
  readonly banned: PersonId
  readonly own: MessageId
  readonly others: MessageId
  /** One that was made for this row. */
  invite: InviteId
  /** A place promised to the actor, if he may have one. */
  readonly file: FileId
  end(): void
}

export async function build(
  server: Running,
  role: ActorRole,
  transport: Transport,
  keyScope: string,
): Promise<World> {
  const helpers: Person[] = []
  const helper = async (name: string) => {
    const person = await Person.come(server, { name, transport: 'tcp' })
    helpers.push(person)
    return person
  }
  const [owner, victim, knocker, banned] = await Promise.all(
    ['Owner', 'Victim', 'Knocker', 'Banned'].map(helper),
  )
  if (!owner || !victim || !knocker || !banned) throw new Error('nobody came')
  const { id: room, link } = await owner.startRoom()
  await Promise.all([victim.enter(link), banned.enter(link)])
  await owner.ask({ type: 'room.ban', room, person: banned.id })
  await knocker.ask({ type: 'knock.ask', room })
  const actor = await Person.come(server, { name: 'Actor', transport, ...credential(role, keyScope) })
  helpers.push(actor)
  await takePart(actor, role, owner, room, link)
  const others = (await owner.say(room, 'of another')).id
  const own = mayPost(role, keyScope) ? (await actor.say(room, 'of the actor')).id : others
  const offer = { type: 'file.offer', room, name: 'plan.pdf', size: 10 } as const
  const { id: file } = await (mayPost(role, keyScope) ? actor : owner).ask(offer)
  await owner.settled()
  const ids = { victim: victim.id, knocker: knocker.id, banned: banned.id }
  return {
    actor,
    witness: owner,
    room,
    link,
    ...ids,
    own,
    others,
    invite: PUBLIC,
    file,
    end() {
      for (const { carrier } of helpers) carrier.close()
    },
  }
}

function credential(role: ActorRole, keyScope: string) {
  if (role === 'member') return { token: tokenFor('Actor') }
  if (role === 'service') return { service: 'all', key: 'key-of-all' }
  if (role === 'keyless') return { service: keyScope, key: `key-of-${keyScope}` }
  return role === 'operator'
    ? {}
    : { browser: `actor-${Math.random().toString(36).slice(2)}-${'x'.repeat(20)}` }
}

async function takePart(
  actor: Person,
  role: ActorRole,
  owner: Person,
  room: RoomId,
  link: string,
): Promise<void> {
  if (role === 'outsider' || role === 'operator' || role === 'keyless') return
  await actor.enter(link)
  if (role === 'admin' || role === 'owner')
    await owner.ask({ type: 'room.role', room, person: actor.id, role })
}

const mayPost = (role: ActorRole, keyScope: string) =>
  role === 'keyless' ? keyScope === 'post' : role !== 'outsider' && role !== 'operator'
