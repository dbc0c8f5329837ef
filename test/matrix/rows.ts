// One request for every right in the permission table, made so that it is done when it is allowed.
import { nanoid } from 'nanoid'
import type { ClientKey } from '#protocol/id.ts'
import type { Request } from '#protocol/message.ts'
import { PUBLIC } from '#protocol/public.ts'
import type { Right } from '../../server/room/permission.ts'
import type { World } from './world.ts'

type Asked = Request extends infer One ? (One extends Request ? Omit<One, 'ref'> : never) : never

interface Row {
  /** Outside rooms people stand as what they are. */
  readonly outside?: true
  /** Made true before the actor asks. */
  readonly before?: (world: World) => Promise<unknown>
  readonly ask: (world: World) => Asked
}

const key = 'key' as ClientKey
const openToGuests = ({ witness, room }: World) =>
  witness.ask({ type: 'room.set', room, guestsInvite: true }).catch(() => {})

/** The witness, the actor if he may, and who can be turned out. */
const callTogether = async (world: World) => {
  const { witness, actor, victim, room } = world
  const join = { type: 'live.join', room, mic: true, camera: true } as const
  world.seat = (await witness.ask(join)).id
  await Promise.all([actor, victim].map(one => one.ask(join).catch(() => {})))
}

export const rows: { readonly [R in Exclude<Right, 'hello'>]: Row } = {
  ping: { outside: true, ask: () => ({ type: 'ping' }) },
  'session.end': { outside: true, ask: () => ({ type: 'session.end' }) },
  'me.rename': { outside: true, ask: () => ({ type: 'me.rename', name: 'Another' }) },
  'me.set': { outside: true, ask: () => ({ type: 'me.set', name: 'Another', about: 'Tea' }) },
  'me.link': { outside: true, ask: () => ({ type: 'me.link' }) },
  'room.create': { outside: true, ask: () => ({ type: 'room.create' }) },
  'room.mine': { outside: true, ask: () => ({ type: 'room.mine' }) },
  'room.direct': { outside: true, ask: ({ friend: person }) => ({ type: 'room.direct', person }) },
  'people.search': { outside: true, ask: () => ({ type: 'people.search', text: '' }) },
  'people.block': {
    outside: true,
    ask: ({ friend: person }) => ({ type: 'people.block', person, on: false }),
  },
  'people.blocked': { outside: true, ask: () => ({ type: 'people.blocked' }) },
  'group.list': { outside: true, ask: () => ({ type: 'group.list' }) },
  'group.who': { outside: true, ask: ({ group }) => ({ type: 'group.who', group }) },
  'group.make': { outside: true, ask: () => ({ type: 'group.make', name: `Group ${nanoid()}` }) },
  'group.rename': {
    outside: true,
    ask: ({ group }) => ({ type: 'group.rename', group, name: `Group ${nanoid()}` }),
  },
  'group.remove': { outside: true, ask: ({ group }) => ({ type: 'group.remove', group }) },
  'group.add': { outside: true, ask: ({ group, friend: person }) => ({ type: 'group.add', group, person }) },
  'group.drop': {
    outside: true,
    ask: ({ group, friend: person }) => ({ type: 'group.drop', group, person }),
  },
  'server.status': { outside: true, ask: () => ({ type: 'server.status' }) },
  'server.rooms': { outside: true, ask: () => ({ type: 'server.rooms' }) },
  'server.owner-link': { outside: true, ask: () => ({ type: 'server.owner-link' }) },
  'server.user-add': { outside: true, ask: () => ({ type: 'server.user-add', name: 'Somebody' }) },
  'server.users': { outside: true, ask: () => ({ type: 'server.users' }) },
  'server.user-link': {
    outside: true,
    ask: ({ account }) => ({ type: 'server.user-link', person: account }),
  },
  'server.user-remove': {
    outside: true,
    ask: ({ account }) => ({ type: 'server.user-remove', person: account }),
  },
  'server.key-make': {
    outside: true,
    ask: () => ({ type: 'server.key-make', name: nanoid(), scopes: ['read'] }),
  },
  'server.keys': { outside: true, ask: () => ({ type: 'server.keys' }) },
  'server.key-revoke': {
    outside: true,
    ask: ({ serviceKey }) => ({ type: 'server.key-revoke', name: serviceKey }),
  },
  'room.join': { ask: ({ way }) => ({ type: 'room.join', ...way }) },
  'room.join locked': {
    // Out and in again, so that the lock is asked.
    before: async ({ actor, witness, room }) => {
      await witness.ask({ type: 'room.set', room, locked: true }).catch(() => {})
      await actor.ask({ type: 'room.leave', room }).catch(() => {})
    },
    ask: ({ way }) => ({ type: 'room.join', ...way }),
  },
  'room.leave': { ask: ({ room }) => ({ type: 'room.leave', room }) },
  'room.name': { ask: ({ room }) => ({ type: 'room.name', room, name: 'Plans' }) },
  'room.about': { ask: ({ room, witness }) => ({ type: 'room.about', room, person: witness.id }) },
  'room.who': { ask: ({ room }) => ({ type: 'room.who', room }) },
  'room.set': { ask: ({ room }) => ({ type: 'room.set', room, topic: 'Another' }) },
  'room.kick': { ask: ({ room, victim: { id: person } }) => ({ type: 'room.kick', room, person }) },
  'room.ban': { ask: ({ room, victim: { id: person } }) => ({ type: 'room.ban', room, person }) },
  'room.unban': { ask: ({ room, banned: person }) => ({ type: 'room.unban', room, person }) },
  'room.bans': { ask: ({ room }) => ({ type: 'room.bans', room }) },
  'room.role': {
    ask: ({ room, victim: { id: person } }) => ({ type: 'room.role', room, person, role: 'member' }),
  },
  'room.close': { ask: ({ room }) => ({ type: 'room.close', room }) },
  'knock.ask': { ask: ({ room }) => ({ type: 'knock.ask', room }) },
  'knock.withdraw': { ask: ({ room }) => ({ type: 'knock.withdraw', room }) },
  'knock.admit': { ask: ({ room, knocker: person }) => ({ type: 'knock.admit', room, person }) },
  'knock.deny': { ask: ({ room, knocker: person }) => ({ type: 'knock.deny', room, person }) },
  'chat.send': { ask: ({ room }) => ({ type: 'chat.send', room, key, text: 'Hello' }) },
  'chat.send all': {
    ask: ({ room }) => ({ type: 'chat.send', room, key, text: '@here', mentions: { all: 'here' } }),
  },
  'chat.edit': { ask: ({ room, own: id }) => ({ type: 'chat.edit', room, id, text: 'Better' }) },
  'chat.delete': { ask: ({ room, own: id }) => ({ type: 'chat.delete', room, id }) },
  'chat.delete others': { ask: ({ room, others: id }) => ({ type: 'chat.delete', room, id }) },
  'chat.react': { ask: ({ room, others: id }) => ({ type: 'chat.react', room, id, emoji: '👍', on: true }) },
  'chat.pin': { ask: ({ room, others: id }) => ({ type: 'chat.pin', room, id, on: true }) },
  'chat.get': { ask: ({ room, others: id }) => ({ type: 'chat.get', room, id }) },
  'chat.history': { ask: ({ room, others: id }) => ({ type: 'chat.history', room, id }) },
  'chat.typing': { ask: ({ room }) => ({ type: 'chat.typing', room, on: true }) },
  'chat.read': { ask: ({ room }) => ({ type: 'chat.read', room, seq: 1 }) },
  'chat.page': { ask: ({ room }) => ({ type: 'chat.page', room, before: 100 }) },
  'chat.search': { ask: ({ room }) => ({ type: 'chat.search', room, text: 'hello' }) },
  'file.offer': { ask: ({ room }) => ({ type: 'file.offer', room, name: 'plan.pdf', size: 10 }) },
  'file.withdraw': { ask: ({ room, file: id }) => ({ type: 'file.withdraw', room, id }) },
  'live.join': { ask: ({ room }) => ({ type: 'live.join', room, mic: true, camera: false }) },
  'live.join locked': {
    before: ({ witness, room }) => witness.ask({ type: 'room.set', room, liveLocked: true }).catch(() => {}),
    ask: ({ room }) => ({ type: 'live.join', room, mic: true, camera: false }),
  },
  'live.leave': { before: callTogether, ask: ({ room }) => ({ type: 'live.leave', room }) },
  'live.signal': {
    before: callTogether,
    ask: ({ room, seat: to }) => ({ type: 'live.signal', room, to, candidate: null }),
  },
  'live.servers': { before: callTogether, ask: ({ room }) => ({ type: 'live.servers', room }) },
  'live.set': { before: callTogether, ask: ({ room }) => ({ type: 'live.set', room, hand: true }) },
  'live.react': { before: callTogether, ask: ({ room }) => ({ type: 'live.react', room, emoji: '👏' }) },
  'live.stop': {
    before: callTogether,
    ask: ({ room, witness: { id: person } }) => ({ type: 'live.stop', room, person, what: 'mic' }),
  },
  'live.mute-all': { before: callTogether, ask: ({ room }) => ({ type: 'live.mute-all', room }) },
  'live.lower': {
    before: callTogether,
    ask: ({ room, witness: { id: person } }) => ({ type: 'live.lower', room, person }),
  },
  'live.remove': {
    before: callTogether,
    ask: ({ room, victim: { id: person } }) => ({ type: 'live.remove', room, person }),
  },
  'invite.look': { ask: world => ({ type: 'invite.look', invite: world.link }) },
  'invite.public': { ask: ({ room }) => ({ type: 'invite.public', room }) },
  'invite.host': { ask: ({ room }) => ({ type: 'invite.host', room }) },
  'invite.make': { before: openToGuests, ask: ({ room }) => ({ type: 'invite.make', room, uses: 1 }) },
  'invite.make closed': { ask: ({ room }) => ({ type: 'invite.make', room, uses: 1 }) },
  'invite.make member': {
    before: openToGuests,
    ask: ({ room }) => ({ type: 'invite.make', room, role: 'member' }),
  },
  'invite.make admin': {
    before: openToGuests,
    ask: ({ room }) => ({ type: 'invite.make', room, role: 'admin' }),
  },
  'invite.list': { ask: ({ room }) => ({ type: 'invite.list', room }) },
  'invite.revoke': {
    // His own, or, when he may make none, what is certainly not his.
    before: async world => {
      await openToGuests(world)
      const made = await world.actor.ask({ type: 'invite.make', room: world.room }).catch(() => undefined)
      world.invite = made?.id ?? PUBLIC
    },
    ask: ({ room, invite: id }) => ({ type: 'invite.revoke', room, id }),
  },
  'invite.revoke others': { ask: ({ room }) => ({ type: 'invite.revoke', room, id: PUBLIC }) },
  'invite.decline': {
    before: async world => {
      const { witness, room, actor } = world
      // Who stands at the door is known, and can be invited.
      await actor.ask({ type: 'knock.ask', room }).catch(() => undefined)
      const made = await witness.ask({ type: 'invite.make', room, person: actor.id }).catch(() => undefined)
      world.invite = made?.id ?? PUBLIC
    },
    ask: ({ room, invite: id }) => ({ type: 'invite.decline', room, id }),
  },
}
