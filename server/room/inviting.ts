// The links that let people into a room: what they show before anyone uses them, making them, and taking them back.
import { randomBytes } from 'node:crypto'
import { nanoid } from 'nanoid'
import type { InviteId, InviteToken, PersonId } from '#protocol/id.ts'
import type { Invite, InviteRole } from '#protocol/invite.ts'
import type { Nothing, Result } from '#protocol/message.ts'
import { PUBLIC } from '#protocol/public.ts'
import { Refusal } from '#protocol/refusal.ts'
import type { KeptInvite, Use } from '../store/invites.ts'
import type { CommandOf } from './command.ts'
import { opensLock } from './joining.ts'
import { turnOut } from './leaving.ts'
import { invitePath, linkHash } from './links.ts'
import type { Who } from './member.ts'
import { outranksIn } from './moderation.ts'
import { may, permit } from './permission.ts'
import type { Room } from './room.ts'

const HOUR = 3600_000

export const look = (room: Room, _who: Who, { way: { pass } }: CommandOf<'invite.look'>) => ({
  name: room.name,
  topic: room.settings.topic,
  count: room.roster.people,
  members: room.roster
    .list()
    .slice(0, 20)
    .map(({ name }) => ({ name })),
  locked: room.settings.locked && !(pass && opensLock(pass)),
})

export async function publicLink(room: Room) {
  const before = room.links.token
  const token = room.links.make()
  if (before !== token) await relinked(room, before)
  return { path: invitePath(token) }
}

export async function hostLink(room: Room, _who: Who, { renew }: CommandOf<'invite.host'>) {
  if (renew) {
    room.links.hostNumber++
    await room.changed()
  }
  return { path: room.links.hostPath(room.now) }
}

export async function make(
  room: Room,
  who: Who,
  asked: CommandOf<'invite.make'>,
): Promise<Result<'invite.make'>> {
  assertMayMake(room, who, asked.role)
  if (asked.person) await assertMayReach(room, who, asked.person)
  const token = randomBytes(16).toString('base64url') as InviteToken
  const invite = inviteFrom(room, who, asked, token)
  if (!(await room.invitations.make(invite))) throw new Refusal('invites.many')
  return { id: invite.id, path: invitePath(token) }
}

function inviteFrom(
  room: Room,
  { person: { id: by, name } }: Who,
  { hours, note = '', ...asked }: CommandOf<'invite.make'>,
  token: InviteToken,
): KeptInvite {
  const { role = null, person = null }: Partial<Pick<KeptInvite, 'role' | 'person'>> = asked
  const uses = person ? 1 : (asked.uses ?? null)
  const at = room.now
  const expires = hours ? at + hours * HOUR : null
  const id = nanoid(12) as InviteId
  return {
    room: room.id,
    id,
    hash: linkHash(token),
    uses,
    left: uses,
    expires,
    role,
    person,
    note,
    by,
    name,
    at,
  }
}

function assertMayMake(room: Room, who: Who, role: InviteRole | undefined): void {
  const standing = room.standingOf(who)
  if (!room.settings.guestsInvite) permit(standing, who.person.scopes, 'invite.make closed')
  if (role) permit(standing, who.person.scopes, `invite.make ${role}`)
}

/** Whom one may call from elsewhere: those whom this room knows, or whom one knows. */
async function assertMayReach(room: Room, who: Who, person: PersonId): Promise<void> {
  const { people } = room.house
  const known = room.knows(person) || (await people.knows(who.person, person))
  if (!known || room.standings.bans.has(person)) throw new Refusal('person.unknown')
  if (people.blocks(person, who.person.id)) throw new Refusal('person.blocked')
}

/** Who may not see those of others sees his own. */
export async function list(room: Room, who: Who): Promise<Result<'invite.list'>> {
  const { invites, publicCount, uses } = await room.invitations.list()
  const all = may(room.standingOf(who), who.person.scopes, 'invite.revoke others')
  const came = (id: string) => uses.filter(({ invite }) => invite === id).map(arrival)
  const shown = invites
    .filter(({ by }) => all || by === who.person.id)
    .map(({ by, name, ...rest }) => ({ ...rest, by: { person: by, name }, came: came(rest.id) }))
  const open = all && room.links.token !== undefined
  return { invites: open ? [publicInvite(room, publicCount, came(PUBLIC)), ...shown] : shown }
}

const arrival = ({ person, name, at, out }: Use) => ({ person, name, at, out })

const publicInvite = ({ created }: Room, count: number, came: Invite['came']): Invite => ({
  ...{ id: PUBLIC, uses: null, left: null, expires: null, role: null, person: null },
  ...{ note: '', by: null, at: created, count, came },
})

export async function revoke(
  room: Room,
  who: Who,
  { id, people }: CommandOf<'invite.revoke'>,
): Promise<Nothing> {
  const { person } = who
  const standing = room.standingOf(who)
  if (people) permit(standing, person.scopes, 'room.kick')
  const rank = room.roster.role(person.id) ?? 'service'
  const others = may(standing, person.scopes, 'invite.revoke others')
  if (id === PUBLIC) permit(standing, person.scopes, 'invite.revoke others')
  const came =
    id === PUBLIC
      ? await cancelPublic(room)
      : (await room.invitations.revoke(id, others ? undefined : person.id))?.came
  if (!came) throw new Refusal('invite.gone')
  if (!people) return {}
  const out = came.filter(one => one !== person.id && outranksIn(room, rank, one))
  await Promise.all(out.map(one => turnOut(room, one, 'kicked')))
  await room.changed()
  return {}
}

async function cancelPublic(room: Room): Promise<readonly PersonId[] | undefined> {
  const before = room.links.token
  if (!before) return undefined
  room.links.cancel()
  await relinked(room, before)
  return room.invitations.forgetPublic()
}

export async function decline(
  room: Room,
  { person }: Who,
  { id }: CommandOf<'invite.decline'>,
): Promise<Nothing> {
  if (await room.invitations.decline(id, person.id)) return {}
  throw new Refusal('invite.gone')
}

export const who = (room: Room) => ({
  room: room.id,
  count: room.roster.people,
  members: room.roster.list(),
})

export function about(room: Room, _who: Who, { person }: CommandOf<'room.about'>): Result<'room.about'> {
  if (!room.roster.has(person) && !room.belongings.has(person)) throw new Refusal('person.unknown')
  return { about: room.house.people.find(person)?.about ?? '' }
}

async function relinked(room: Room, before: string | undefined): Promise<void> {
  room.house.relink(room, before)
  await room.changed()
}
