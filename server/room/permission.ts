// Who may say what. The one table: a message that is not here does not compile, and nothing else decides.
import type { RequestType } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { Role } from '#protocol/room.ts'
import type { Scope } from '#protocol/server.ts'
import type { Person } from '../people/person.ts'

/** What somebody is where he asks: his role in the room, or that he is not in it, or that he runs the server. */
export type Standing = Role | 'outsider' | 'operator'

/** Finer questions than a message's type. */
type Question =
  | 'chat.delete others'
  | 'chat.send all'
  | 'room.join locked'
  | 'live.join locked'
  /** Where the room does not leave inviting to guests. */
  | 'invite.make closed'
  | 'invite.make member'
  | 'invite.make admin'
  | 'invite.revoke others'

interface Row {
  readonly who: ReadonlySet<Standing>
  /** What a service's key must allow besides. */
  readonly scope?: Scope
}

function row(who: string, scope?: Scope): Row {
  const standings = who.split(' ') as Standing[]
  return { who: new Set(scope ? [...standings, 'service'] : standings), scope }
}

const ofMany = 'guest member admin owner'
const inside = `${ofMany} partner`
const everybody = `outsider ${inside} service operator`

export const permissions: Readonly<Record<RequestType | Question, Row>> = {
  // Outside rooms a person stands as what he is: guest, member (an account), owner (of the server), service or operator.
  hello: row(everybody),
  ping: row(everybody),
  'session.end': row(everybody),
  'me.rename': row('guest'),
  'me.set': row('member owner'),
  'me.link': row('member owner'),
  'room.create': row('guest member owner', 'create'),
  'room.mine': row('guest member owner'),
  'room.direct': row('member owner'),
  'people.search': row('member owner operator'),
  'people.block': row('member owner'),
  'people.blocked': row('member owner'),
  'group.list': row('member owner operator'),
  'group.who': row('member owner operator'),
  'group.make': row('owner operator'),
  'group.rename': row('owner operator'),
  'group.remove': row('owner operator'),
  'group.add': row('owner operator'),
  'group.drop': row('owner operator'),
  'server.status': row('operator'),
  'server.rooms': row('operator'),
  'server.owner-link': row('operator'),
  'server.user-add': row('operator'),
  'server.users': row('operator'),
  'server.user-link': row('operator'),
  'server.user-remove': row('operator'),
  'server.key-make': row('operator'),
  'server.keys': row('operator'),
  'server.key-revoke': row('operator'),
  // In a room he stands as his role there, and as outsider before he is in.
  'room.join': row(`outsider ${inside}`, 'read'),
  'room.join locked': row('admin owner partner', 'read'),
  'room.leave': row(inside, 'read'),
  'room.who': row(`${inside} operator`, 'read'),
  'room.about': row(inside, 'read'),
  'room.set': row('admin owner'),
  'room.kick': row('admin owner'),
  'room.ban': row('admin owner'),
  'room.unban': row('admin owner'),
  'room.bans': row('admin owner'),
  'room.role': row('owner'),
  'room.name': row('owner'),
  'room.close': row('owner operator'),
  'knock.ask': row('outsider'),
  'knock.withdraw': row('outsider'),
  'knock.admit': row('admin owner'),
  'knock.deny': row('admin owner'),
  'chat.send': row(inside, 'post'),
  'chat.send all': row('member admin owner', 'post'),
  'chat.edit': row(inside, 'post'),
  'chat.delete': row(inside, 'post'),
  'chat.delete others': row('admin owner'),
  'chat.react': row(inside, 'post'),
  'chat.pin': row('admin owner partner'),
  'chat.get': row(inside, 'read'),
  'chat.history': row(inside, 'read'),
  'chat.typing': row(inside, 'post'),
  'chat.read': row(inside),
  'chat.page': row(inside, 'read'),
  'chat.search': row(inside, 'read'),
  'file.offer': row(inside, 'post'),
  'file.withdraw': row(inside, 'post'),
  'live.join': row(inside),
  'live.join locked': row('admin owner partner'),
  'live.leave': row(inside),
  'live.signal': row(inside),
  'live.servers': row(inside),
  'live.set': row(inside),
  'live.react': row(inside),
  'live.stop': row('admin owner'),
  'live.mute-all': row('admin owner'),
  'live.lower': row('admin owner'),
  'live.remove': row('admin owner'),
  'invite.look': row(everybody),
  'invite.public': row('member admin owner', 'invite'),
  'invite.host': row('owner'),
  'invite.make': row(ofMany, 'invite'),
  'invite.make closed': row('member admin owner', 'invite'),
  'invite.make member': row('admin owner'),
  'invite.make admin': row('owner'),
  'invite.list': row(ofMany, 'invite'),
  'invite.revoke': row(ofMany, 'invite'),
  'invite.revoke others': row('admin owner'),
  'invite.decline': row(`outsider ${ofMany}`),
}

export type Right = keyof typeof permissions

export function may(standing: Standing, scopes: readonly Scope[], right: Right): boolean {
  const { who, scope } = permissions[right]
  if (!who.has(standing)) return false
  return standing !== 'service' || scope === undefined || scopes.includes(scope)
}

export function permit(standing: Standing, scopes: readonly Scope[], right: Right): void {
  if (may(standing, scopes, right)) return
  throw new Refusal(standing === 'outsider' ? 'room.outside' : 'forbidden')
}

/** Outside rooms somebody stands as what he is. */
export function standingOutside({ kind, trusted }: Person): Standing {
  if (kind !== 'account') return kind
  return trusted ? 'owner' : 'member'
}

export const permitOutside = (person: Person, right: Right) =>
  permit(standingOutside(person), person.scopes, right)

/** All that a standing may do, as the page needs it to show the right buttons. */
export const rightsOf = (standing: Standing, scopes: readonly Scope[]): Right[] =>
  (Object.keys(permissions) as Right[]).filter(right => may(standing, scopes, right))
