// Files on a disk that is full, or becomes so while they come.
// needs: tmpfs
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { smallDisk } from '../support/disk.ts'
import { bring, get, onDisk, post, refusalOf, send, slowly } from '../support/files.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'

test('[FL5] a full disk is said so, leaves nothing behind, and everything else goes on', async () => {
  using disk = smallDisk(20, '0700')
  const server = await start({ files: { megabytes: 100 } }, undefined, { data: disk.folder })
  try {
    const ann = await Person.come(server, { name: 'Ann' })
    const { id: room } = await ann.startRoom()
    const offer = (size: number) => ann.ask({ type: 'file.offer', room, name: 'x', size })
    const kept = await bring(server, ann, room, randomBytes(1_000_000))
    await send(ann, room, [kept])
    // More than there is, and what has become too much while it came.
    const { path } = await offer(50_000_000)
    const refused = post(server, path, randomBytes(50_000_000))
    expect(await refusalOf(refused)).toBe('file.full')
    const slow = slowly(server, (await offer(3_000_000)).path)
    slow.give('a'.repeat(1_000_000))
    await expect.poll(() => onDisk(server, room)).toHaveLength(2)
    disk.fill()
    slow.give('a'.repeat(2_000_000))
    slow.end()
    expect(await refusalOf(slow.answer)).toBe('file.full')
    expect(onDisk(server, room)).toEqual([kept.id])
    expect((await get(server, room, kept)).status).toBe(200)
    await ann.say(room, 'as ever')
    disk.free()
    await bring(server, ann, room, randomBytes(3_000_000))
  } finally {
    await server.close()
  }
})
