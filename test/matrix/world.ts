// A room with everything in it that a message may be about, and one actor in a certain role, by a certain transport.
import { nanoid } from 'nanoid'
import type { Hello } from '#protocol/hello.ts'
import type {
  FileId,
  GroupId,
  InviteId,
  InviteToken,
  MessageId,
  PeerId,
  PersonId,
  RoomId,
} from '#protocol/id.ts'
import { PUBLIC } from '#protocol/public.ts'
import type { Config } from '../../server/config.ts'
import { accountFor, serviceKey } from '../support/accounts.ts'
import type { Transport } from '../support/carrier.ts'
import { roomy } from '../support/limits.ts'
import { inviteIn, tokenIn } from '../support/links.ts'
import { Person } from '../support/person.ts'
import type { Running } from '../support/start.ts'

export const roles = [
  'outsider',
  'guest',
  'member',
  'admin',
  'owner',
  'partner',
  'trusted',
  'service',
  'keyless',
  'operator',
] as const
/** `trusted` owns the server; `keyless` is a service whose key allows none of what is asked. */
export type ActorRole = (typeof roles)[number]

export const config: Config = {
  ...roomy,
  serviceKeys: [
    serviceKey('all', 'key-of-all', ['create', 'invite', 'post', 'read']),
    // A key must allow something; rows that need a scope are tried without theirs.
    ...(['create', 'invite', 'post', 'read'] as const).map(scope =>
      serviceKey(scope, `key-of-${scope}`, [scope]),
    ),
  ],
}

export interface World {
  readonly actor: Person
  readonly witness: Person
  readonly room: RoomId
  /** How the actor comes into the room. */
  readonly way: { invite: InviteToken } | { room: RoomId }
  /** The link of some room. */
  readonly link: InviteToken
  /** An account that shares a group with the actor, if he is one too. */
  readonly friend: PersonId
  readonly group: GroupId
  /** Of a lower role than all who run the room. */
  readonly victim: Person
  readonly knocker: PersonId
  readonly banned: PersonId
  /** An account and a service key that may go. */
  readonly account: PersonId
  readonly serviceKey: string
  readonly own: MessageId
  readonly others: MessageId
  /** One that was made for this row. */
  invite: InviteId
  /** A seat of the witness, taken for this row. */
  seat: PeerId
  /** A place promised to the actor, if he may have one. */
  readonly file: FileId
  end(): Promise<void>
}

export async function build(
  server: Running,
  role: ActorRole,
  transport: Transport,
  keyScope: string,
): Promise<World> {
  const helpers: Person[] = []
  const helper = async (name: string, signIn: Partial<Hello> = {}) => {
    const person = await Person.come(server, { name, transport: 'tcp', ...signIn })
    helpers.push(person)
    return person
  }
  const [owner, victim, knocker, banned] = await Promise.all(
    ['Owner', 'Victim', 'Knocker', 'Banned'].map(name => helper(name)),
  )
  if (!owner || !victim || !knocker || !banned) throw new Error('nobody came')
  const { id: start, link } = await owner.startRoom()
  await Promise.all([victim.enter(link), banned.enter(link)])
  await owner.ask({ type: 'room.ban', room: start, person: banned.id })
  await knocker.ask({ type: 'knock.ask', room: start })
  const credentials = await credential(server, role, keyScope)
  const actor = await Person.come(server, { name: 'Actor', transport, ...credentials })
  helpers.push(actor)
  const friend = await helper('Friend', { signin: (await accountFor(server, 'Friend')).signin })
  const group = await server.desk.groups.make(`Group of ${nanoid()}`, 0)
  for (const { id } of [actor, friend]) await server.desk.groups.add(group, id)
  const room = role === 'partner' ? await pairUp(actor, friend) : start
  const witness = role === 'partner' ? friend : owner
  if (role !== 'partner') await takePart(actor, role, owner, room, link)
  const others = (await witness.say(room, 'of another')).id
  const own = mayPost(role, keyScope) ? (await actor.say(room, 'of the actor')).id : others
  const offer = { type: 'file.offer', room, name: 'plan.pdf', size: 10 } as const
  const { id: file } = await (mayPost(role, keyScope) ? actor : witness).ask(offer)
  await witness.settled()
  const token = inviteIn(link)
  const ids = { friend: friend.id, knocker: knocker.id, banned: banned.id }
  return {
    actor,
    witness,
    room,
    way: role === 'partner' ? { room } : { invite: token },
    link: token,
    group,
    ...ids,
    victim,
    ...(role === 'operator' ? await expendable(actor) : { account: victim.id, serviceKey: 'all' }),
    own,
    others,
    invite: PUBLIC,
    seat: 'nobody-sits-here' as PeerId,
    file,
    async end() {
      await server.desk.groups.remove(group).catch(() => {})
      for (const { carrier } of helpers) carrier.close()
    },
  }
}

/** Others are refused whatever they name. */
async function expendable(operator: Person) {
  const name = nanoid()
  const { person } = await operator.ask({ type: 'server.user-add', name })
  await operator.ask({ type: 'server.key-make', name, scopes: ['read'] })
  return { account: person, serviceKey: name }
}

async function credential(server: Running, role: ActorRole, keyScope: string): Promise<Partial<Hello>> {
  if (role === 'trusted') return { owner: tokenIn(server.desk.links.ownerPath()) }
  if (role === 'member' || role === 'partner') return { signin: (await accountFor(server, 'Actor')).signin }
  if (role === 'service') return { service: 'all', key: 'key-of-all' }
  if (role === 'keyless') return { service: keyScope, key: `key-of-${keyScope}` }
  return role === 'operator'
    ? {}
    : { browser: `actor-${Math.random().toString(36).slice(2)}-${'x'.repeat(20)}` }
}

async function pairUp(actor: Person, friend: Person): Promise<RoomId> {
  const { room } = await actor.ask({ type: 'room.direct', person: friend.id })
  await Promise.all([actor, friend].map(one => one.join({ room })))
  return room
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
