// What must hold of invites wherever they are kept: in memory for rooms without a name, or in a database.
import { randomBytes } from 'node:crypto'
import { nanoid } from 'nanoid'
import { expect, test } from 'vitest'
import type { InviteId, PersonId, RoomId } from '#protocol/id.ts'
import { PUBLIC } from '#protocol/public.ts'
import { type Invites, type KeptInvite, MOST_INVITES, MOST_USES_KEPT } from '../../server/store/invites.ts'

const ann = 'person-of-ann' as PersonId
const ben = 'person-of-ben' as PersonId
const guest = (person: PersonId = nanoid(16) as PersonId) => ({ person, name: 'Guest' })

/** `newRoom` gives a room that may have invites. */
export function invitesContract(open: () => Invites, newRoom: () => Promise<RoomId>): void {
  async function made(change: Partial<KeptInvite> = {}): Promise<KeptInvite> {
    const invite = { ...plain(change.room ?? (await newRoom())), ...change }
    expect(await open().add(invite)).toBe(true)
    return invite
  }
  const spend = ({ room, id }: KeptInvite, person?: PersonId, now = 2) =>
    open().spend(room, id, guest(person), now)
  const finds = ({ hash }: KeptInvite, person: PersonId = ben, now = 2) => open().find(hash, person, now)
  const outcomes = async (tries: Promise<string>[]) => (await Promise.all(tries)).sort()

  test('of sixteen who come at once by an invite for one, one gets in', async () => {
    const invite = await made({ uses: 1, left: 1 })
    const tries = await outcomes(Array.from({ length: 16 }, () => spend(invite)))
    expect(tries).toEqual([...Array(15).fill('gone'), 'spent'])
    expect(await finds(invite)).toBeUndefined()
    expect((await open().list(invite.room)).invites).toMatchObject([{ left: 0, count: 1 }])
  })

  test('one person who comes sixteen times at once spends one use, and none later', async () => {
    const invite = await made({ uses: 5, left: 5 })
    const tries = await outcomes(Array.from({ length: 16 }, () => spend(invite, ben)))
    expect(tries).toEqual([...Array(15).fill('again'), 'spent'])
    expect(await spend(invite, ben, 3)).toBe('again')
    expect((await open().list(invite.room)).invites).toMatchObject([{ left: 4, count: 1 }])
  })

  test('an invite without a number of uses lets in as many as come', async () => {
    const invite = await made()
    expect(await outcomes([spend(invite), spend(invite), spend(invite)])).toEqual(Array(3).fill('spent'))
    expect((await open().list(invite.room)).invites).toMatchObject([{ uses: null, left: null, count: 3 }])
  })

  test('it is found by who may use it, until its time is over; by who has used it also then', async () => {
    const invite = await made({ expires: 100, role: 'admin' })
    const { room, id } = invite
    expect(await finds(invite, ben, 99)).toEqual({ room, id, role: 'admin', direct: false, expires: 100 })
    expect(await spend(invite, ben, 99)).toBe('spent')
    expect(await finds(invite, ann, 100)).toBeUndefined()
    expect(await spend(invite, ann, 100)).toBe('gone')
    expect(await finds(invite, ben, 100)).toMatchObject({ id })
    expect(await spend(invite, ben, 100)).toBe('again')
    expect(await open().find(randomBytes(32), ben, 1)).toBeUndefined()
  })

  test('one for a person is his alone, waits for him, and can be declined by him', async () => {
    const invite = await made({ person: ben, uses: 1, left: 1, name: 'Ann', at: 7, expires: 100 })
    const { room, id } = invite
    expect(await finds(invite, ann)).toBeUndefined()
    expect(await spend(invite, ann)).toBe('gone')
    expect(await finds(invite, ben)).toMatchObject({ direct: true })
    const waits = { room, id, role: null, direct: true, expires: 100, person: ben }
    expect(await open().expected(room)).toEqual([waits])
    expect((await open().of(ben, 8)).find(one => one.id === id)).toMatchObject({ room, by: 'Ann', at: 7 })
    expect((await open().of(ben, 100)).map(one => one.id)).not.toContain(id)
    expect(await open().decline(room, id, ann)).toBe(false)
    expect(await open().decline(room, id, ben)).toBe(true)
    expect(await open().decline(room, id, ben)).toBe(false)
    expect(await open().expected(room)).toEqual([])
    expect(await finds(invite, ben)).toBeUndefined()
  })

  test('who has come waits no more, and cannot decline any more', async () => {
    const invite = await made({ person: ben, uses: 1, left: 1 })
    expect(await spend(invite, ben)).toBe('spent')
    expect(await open().decline(invite.room, invite.id, ben)).toBe(false)
    expect(await open().expected(invite.room)).toEqual([])
    expect((await open().of(ben, 3)).map(({ id }) => id)).not.toContain(invite.id)
    expect(await finds(invite, ben)).toMatchObject({ id: invite.id })
  })

  test('who was turned out comes by it as a new one does, and nobody waits for him', async () => {
    const room = await newRoom()
    const once = await made({ room, uses: 1, left: 1 })
    const twice = await made({ room, uses: 2, left: 2 })
    const direct = await made({ room, person: ben, uses: 1, left: 1 })
    for (const invite of [once, twice]) await spend(invite, ben)
    await open().came(room, guest(ben), 3)
    await open().turnedOut(room, ben)
    expect(await finds(once, ben)).toBeUndefined()
    expect(await finds(direct, ben)).toBeUndefined()
    expect(await open().expected(room)).toEqual([])
    expect((await open().list(room)).uses.map(({ out }) => out)).toEqual([true, true, true])
    expect(await spend(once, ben)).toBe('gone')
    expect(await spend(twice, ben)).toBe('spent')
    await open().came(room, guest(ben), 4)
    const uses = (await open().list(room)).uses.map(({ invite, out }) => [invite, out])
    expect(uses).toHaveLength(3)
    expect(uses).toContainEqual([twice.id, false])
    expect(uses).toContainEqual([PUBLIC, false])
  })

  test('revoked, it is gone with those who came by it, who are named', async () => {
    const room = await newRoom()
    const invite = await made({ room, by: ann })
    await spend(invite, ben)
    const out = nanoid(16) as PersonId
    await spend(invite, out)
    await open().turnedOut(room, out)
    expect(await open().revoke(room, invite.id, ben)).toBeUndefined()
    expect(await open().revoke(await newRoom(), invite.id)).toBeUndefined()
    expect(await open().revoke(room, invite.id, ann)).toEqual({ person: null, came: [ben] })
    expect(await open().revoke(room, invite.id)).toBeUndefined()
    expect(await finds(invite, ben)).toBeUndefined()
    expect(await spend(invite, ben)).toBe('gone')
    expect(await open().list(room)).toEqual({ invites: [], publicCount: 0, uses: [] })
  })

  test('revoked while many come by it, whoever came in is named', async () => {
    const invite = await made({ uses: 10, left: 10 })
    const tries = Array.from({ length: 30 }, async () => {
      const person = nanoid(16) as PersonId
      return (await spend(invite, person)) === 'spent' ? person : undefined
    })
    const revoked = await open().revoke(invite.room, invite.id)
    const winners = (await Promise.all(tries)).filter(person => person !== undefined)
    expect([...(revoked?.came ?? [])].sort()).toEqual(winners.sort())
    expect(await spend(invite)).toBe('gone')
  })

  test('who came by the public link is known once each, until there is another link', async () => {
    const room = await newRoom()
    await open().came(room, { person: ben, name: 'Ben' }, 5)
    await open().came(room, { person: ben, name: 'Ben' }, 6)
    await open().came(room, guest(ann), 7)
    const { publicCount, uses } = await open().list(room)
    expect(publicCount).toBe(2)
    expect(uses[1]).toEqual({ invite: PUBLIC, person: ben, name: 'Ben', at: 5, out: false })
    expect([...(await open().forgetPublic(room))].sort()).toEqual([ann, ben].sort())
    expect((await open().list(room)).publicCount).toBe(0)
  })

  test('of those who came by a link for everybody the newest are remembered', async () => {
    const room = await newRoom()
    for (let count = 0; count < MOST_USES_KEPT + 5; count++) await open().came(room, guest(), count)
    const { publicCount, uses } = await open().list(room)
    expect(publicCount).toBe(MOST_USES_KEPT)
    expect(uses[0]?.at).toBe(MOST_USES_KEPT + 4)
  })

  test('a room has only so many that can still be used; others make place, with who came by them', async () => {
    const room = await newRoom()
    const spent = await made({ room, uses: 1, left: 1 })
    await spend(spent, ben)
    for (let count = 1; count < MOST_INVITES; count++) await made({ room, at: 2 + count })
    await made({ room, at: 500 })
    expect(await open().add({ ...plain(room), at: 501 })).toBe(false)
    const { invites, uses } = await open().list(room)
    expect(invites).toHaveLength(MOST_INVITES)
    expect(invites.map(({ id }) => id)).not.toContain(spent.id)
    expect(uses).toEqual([])
    expect(await finds(spent, ben)).toBeUndefined()
  })

  test('[IN13] many made at once find place, as long as enough cannot be used any more', async () => {
    const room = await newRoom()
    const all = await Promise.all(
      Array.from({ length: MOST_INVITES }, () => made({ room, uses: 1, left: 1 })),
    )
    await Promise.all(all.slice(0, 10).map(invite => spend(invite)))
    const more = Array.from({ length: 15 }, () => open().add({ ...plain(room), at: 500 }))
    const added = (await Promise.all(more)).filter(Boolean)
    expect(added).toHaveLength(10)
    expect((await open().list(room)).invites).toHaveLength(MOST_INVITES)
  })
}

const plain = (room: RoomId): KeptInvite => ({
  ...{ room, id: nanoid(12) as InviteId, hash: randomBytes(32) },
  ...{ uses: null, left: null, expires: null, role: null, person: null },
  ...{ note: 'a note', by: ann, name: 'Ann', at: 1 },
})
