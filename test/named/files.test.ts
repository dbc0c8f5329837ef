// The files of a named room stay as long as what was said with them; what nobody sent does not.
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bring, get, onDisk, send } from '../support/files.ts'
import { Person } from '../support/person.ts'
import { png } from '../support/png.ts'
import { type Running, start } from '../support/start.ts'
import { guest, home, nameIt } from '../support/two.ts'

async function plans(server: Running) {
  const { ann, room, link } = await home(server)
  const early = await bring(server, ann, room, png({ width: 3, height: 2 }), 'early.png')
  await send(ann, room, [early], '', 'early')
  await nameIt(ann, room)
  return { ann, room, link, early }
}

test('[FL9] the files of a named room come through a restart, those of an unnamed one do not', async () => {
  await using first = await start({}, undefined, { remember: true })
  const { ann, room, link, early } = await plans(first)
  const late = await bring(first, ann, room, Buffer.from('late'), 'late.txt')
  const { id, seq } = await send(ann, room, [late], 'Look', 'late')
  const unsent = await bring(first, ann, room, Buffer.from('unsent'))
  const unnamed = await ann.startRoom()
  const gone = await bring(first, ann, unnamed.id, Buffer.from('gone'))
  await send(ann, unnamed.id, [gone])
  const held = ann.holds()
  await using server = await first.restart()
  expect(onDisk(server, unnamed.id)).toEqual([])
  const again = await Person.come(server, held)
  const ben = await Person.come(server, { name: 'Ben' })
  const { messages } = await ben.enter(link)
  expect(messages?.map(({ files }) => files)).toEqual([[early], [late]])
  expect(Buffer.from(await (await get(server, room, early)).arrayBuffer())).toEqual(
    png({ width: 3, height: 2 }),
  )
  expect((await get(server, unnamed.id, gone)).status).toBe(404)
  // Said again under its key after the restart, when nobody knows any more what he brought: it is the same message.
  expect(await send(again, room, [late], 'Look', 'late')).toMatchObject({ id, seq })
  await expect(send(again, room, [unsent], '', 'another')).rejects.toThrow('file.gone')
  await again.ask({ type: 'chat.delete', room, id })
  await ben.hears('chat.deleted')
  expect((await get(server, room, late)).status).toBe(404)
  expect((await get(server, room, early)).status).toBe(200)
})

test('[FL4][FL5] a room is asked how much it has when it is loaded, and forgetting it takes nothing', async () => {
  const files = { megabytes: 0.1, roomMegabytes: 0.1 }
  await using first = await start({ files }, undefined, { remember: true })
  const { ann, room } = await plans(first)
  const large = await bring(first, ann, room, Buffer.alloc(90_000))
  await send(ann, room, [large])
  await ann.ask({ type: 'room.leave', room })
  await using server = await first.restart()
  const again = await guest(server, 'Ann')
  await again.join({ room })
  await expect(again.ask({ type: 'file.offer', room, name: 'x', size: 20_000 })).rejects.toThrow('file.quota')
  expect((await get(server, room, large)).status).toBe(200)
})

test('[FL4] a room that is burned leaves no file', async () => {
  await using server = await start({}, undefined, { remember: true })
  const { ann, room, early } = await plans(server)
  await ann.ask({ type: 'room.close', room })
  expect((await get(server, room, early)).status).toBe(404)
  await expect.poll(() => readdirSync(join(server.data, 'files'))).toEqual([])
})

test('[FL4] leftovers are swept at the start: broken off, never sent, or of rooms that are no more', async () => {
  await using first = await start({}, undefined, { remember: true })
  const { ann, room, early } = await plans(first)
  const unsent = await bring(first, ann, room, Buffer.from('unsent'))
  const young = await bring(first, ann, room, Buffer.from('young'))
  const folder = join(first.data, 'files', room)
  writeFileSync(join(folder, `${'x'.repeat(22)}.part`), 'broken off')
  const long = Date.now() / 1000 - 7200
  for (const name of [early.id, unsent.id, `${'x'.repeat(22)}.part`])
    utimesSync(join(folder, name), long, long)
  await using server = await first.restart()
  await expect.poll(() => onDisk(server, room).sort()).toEqual([early.id, young.id].sort())
})
