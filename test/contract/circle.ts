// What every memory of blocks, groups and pairs must do, whatever it is made of. Each adapter's test runs this suite.
import { nanoid } from 'nanoid'
import { expect, test } from 'vitest'
import type { Epoch, GroupId, PersonId, RoomId } from '#protocol/id.ts'
import type { Database } from '../../server/store/database.ts'
import { Twice, Unstorable } from '../../server/store/store.ts'
import { said } from './store.ts'

const someone = () => nanoid(20) as PersonId
const member = (person: PersonId) => ({ person, name: person.slice(0, 5), since: 1, read: { seq: 0, at: 0 } })

export function circleContract(open: () => Database): void {
  const pair = async (one: PersonId, other: PersonId, id = nanoid(12) as RoomId) => {
    const record = { direct: [one, other] }
    const room = { id, name: null, epoch: nanoid(10) as Epoch, record, link: null }
    await open().store.pair(room, [member(one), member(other)])
    return room
  }
  const say = (room: RoomId, by: PersonId, seq: number) =>
    open().store.append([said(room, seq, 'Hello', { by })])

  test('a room of two is made once, and what came after stays', async () => {
    const [ann, ben] = [someone(), someone()]
    const { id, epoch } = await pair(ann, ben)
    await say(id, ann, 1)
    await pair(ben, ann, id)
    const loaded = await open().store.load(id)
    expect(loaded).toMatchObject({ id, epoch, name: null, record: { direct: [ann, ben] } })
    expect(loaded?.recent.messages).toHaveLength(1)
    expect(loaded?.members.map(({ person }) => person).sort()).toEqual([ann, ben].sort())
  })

  test('a room of two is among one’s rooms once something was said, and who comes back has read what was before', async () => {
    const [ann, ben] = [someone(), someone()]
    const { id } = await pair(ann, ben)
    expect(await open().store.roomsOf(ben)).toEqual([])
    await say(id, ann, 1)
    expect(await open().store.roomsOf(ben)).toMatchObject([
      { room: id, name: null, direct: [ann, ben], unread: 1 },
    ])
    await open().store.leave(id, ben)
    await open().store.join(id, { ...member(ben), read: { seq: 1, at: 1 } })
    await say(id, ann, 2)
    expect(await open().store.roomsOf(ben)).toMatchObject([{ unread: 1 }])
  })

  test('roommates are those who belong to a room of mine, each once and never myself', async () => {
    const [ann, ben, cleo] = [someone(), someone(), someone()]
    await pair(ann, ben)
    await pair(ann, ben)
    await pair(ben, cleo)
    expect(await open().store.roommates(ann)).toEqual([ben])
    expect((await open().store.roommates(ben)).sort()).toEqual([ann, cleo].sort())
    expect(await open().store.roommates(someone())).toEqual([])
    expect(await open().store.shareRoom(ann, ben)).toBe(true)
    expect(await open().store.shareRoom(ann, cleo)).toBe(false)
  })

  test('blocks come back in their order, each once, until they are lifted', async () => {
    const [ann, ben, cleo] = [someone(), someone(), someone()]
    const ofAnn = async () => (await open().blocks.all()).filter(({ by }) => by === ann)
    await open().blocks.add({ by: ann, person: cleo }, 1)
    await open().blocks.add({ by: ann, person: ben }, 2)
    await open().blocks.add({ by: ann, person: cleo }, 3)
    expect(await ofAnn()).toEqual([
      { by: ann, person: cleo },
      { by: ann, person: ben },
    ])
    await open().blocks.lift({ by: ann, person: cleo })
    await open().blocks.lift({ by: ben, person: ann })
    expect(await ofAnn()).toEqual([{ by: ann, person: ben }])
  })

  test('groups come back with their members, and have a name of their own', async () => {
    const [group, other] = [nanoid(12), nanoid(12)] as GroupId[]
    const [ann, ben] = [someone(), someone()]
    if (!group || !other) return expect.unreachable()
    const { groups } = open()
    const loaded = async (id: GroupId) => (await groups.all()).find(one => one.id === id)
    await groups.make(group, `A ${group}`, 1)
    await groups.make(other, `B ${group}`, 1)
    for (const person of [ann, ben, ann]) await groups.add(group, person)
    expect((await loaded(group))?.members).toEqual([ann, ben].sort((a, b) => (a < b ? -1 : 1)))
    expect(await loaded(other)).toMatchObject({ members: [] })
    await expect(groups.make(nanoid(12) as GroupId, `A ${group}`, 1)).rejects.toBeInstanceOf(Twice)
    await expect(groups.rename(other, `A ${group}`)).rejects.toBeInstanceOf(Twice)
    await groups.rename(group, `C ${group}`)
    await groups.drop(group, ann)
    expect(await loaded(group)).toEqual({ id: group, name: `C ${group}`, members: [ben] })
    await groups.remove(group)
    expect(await loaded(group)).toBeUndefined()
    await expect(groups.add(group, ann)).rejects.toBeInstanceOf(Unstorable)
  })
}
