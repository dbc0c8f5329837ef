// What every memory must know of the files that messages carry. Each adapter's test runs this suite.
import { nanoid } from 'nanoid'
import { expect, test } from 'vitest'
import type { Attachment } from '#protocol/file.ts'
import type { FileId, PersonId, RoomId } from '#protocol/id.ts'
import type { Database } from '../../server/store/database.ts'
import { named, said } from './store.ts'

const by = 'person-of-ann' as PersonId

export function attachedContract(open: () => Pick<Database, 'store' | 'attached'>): void {
  test('the files of a room are those that its messages carry, until they are deleted', async () => {
    const { store, attached } = open()
    const [room, other] = [await newRoom(open), await newRoom(open)]
    const [plan, garden, pond] = [file('plan.pdf', 1000), file('garden.png', 20), file('pond.png', 3)]
    const both = said(room, 2, '', { files: [plan, garden] })
    await store.append([both, said(other, 2, '', { files: [pond] })])
    await store.append([said(room, 3, '')])
    expect(await attached.bytes(room)).toBe(1020)
    expect((await store.page(room, { before: 10 }, 2)).map(({ files }) => files)).toEqual([
      [plan, garden],
      undefined,
    ])
    const asked = [garden.id, pond.id, file('never', 1).id]
    expect(await attached.carried(room, asked)).toEqual(new Set([garden.id]))
    await store.append([
      {
        room,
        fact: { type: 'chat.deleted', id: nanoid(), seq: 4, message: both.fact.message.id, by, at: 6 },
      },
    ])
    expect(await attached.bytes(room)).toBe(0)
    expect(await attached.carried(room, asked)).toEqual(new Set())
    expect(JSON.stringify(await store.load(room))).not.toContain('plan.pdf')
    expect(await attached.bytes(other)).toBe(3)
  })

  test('a room that nobody has named, or that is burned, is not kept and has no files', async () => {
    const { store, attached } = open()
    const [kept, burned, never] = [await newRoom(open), await newRoom(open), nanoid(12) as RoomId]
    await store.append([said(burned, 2, '', { files: [file('plan.pdf', 1000)] })])
    await store.burn(burned)
    expect(await attached.kept([kept, burned, never])).toEqual(new Set([kept]))
    expect(await attached.kept([])).toEqual(new Set())
    expect(await attached.bytes(burned)).toBe(0)
  })
}

const newRoom = async (open: () => Pick<Database, 'store'>) => (await named(open().store)).room

const file = (name: string, size: number): Attachment => ({
  ...{ id: nanoid(22) as FileId, name, size },
  type: 'application/octet-stream',
})
