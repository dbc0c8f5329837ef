// Files on a disk that is full, or becomes so while they come.
// needs: tmpfs
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bring, get, onDisk, post, refusalOf, send, slowly } from '../support/files.ts'
import { Person } from '../support/person.ts'
import { start, temporaryFolder } from '../support/start.ts'

test('[FL5] a full disk is said so, leaves nothing behind, and everything else goes on', async () => {
  using disk = smallDisk()
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

function smallDisk() {
  const folder = temporaryFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=0700', 'none', folder])
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill() {
      const file = openSync(ballast, 'w')
      try {
        for (;;) writeSync(file, Buffer.alloc(4096))
      } catch {
        closeSync(file)
      }
    },
    free: () => rmSync(ballast),
    [Symbol.dispose]() {
      execFileSync('umount', ['--lazy', folder])
      rmSync(folder, { recursive: true })
    },
  }
}
