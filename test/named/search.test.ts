// Looking for what was said in a named room, however long ago.
import { expect, test } from 'vitest'
import type { RoomId } from '#protocol/id.ts'
import type { Result } from '#protocol/message.ts'
import { roomy } from '../support/limits.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { home, nameIt } from '../support/two.ts'

test('[CH24] what is only on disk is found after a restart, as it is now', async () => {
  await using server = await start(roomy, undefined, { remember: true })
  const { ann, room, link } = await home(server)
  const before = await ann.say(room, 'Zoë keeps the key')
  await nameIt(ann, room)
  const [edited, deleted] = [await ann.say(room, 'no kee'), await ann.say(room, 'a secret key')]
  await Promise.all(Array.from({ length: 1100 }, (_, at) => ann.say(room, `talk ${at}`)))
  await ann.settled()
  await using again = await server.restart()
  const back = await ann.comeAgain(again)
  await back.ask({ type: 'chat.edit', room, id: edited.id, text: 'another key' })
  await back.ask({ type: 'chat.delete', room, id: deleted.id })
  await back.say(room, 'the newest key', 'a-newer-key')
  const ben = await Person.come(again, { name: 'Ben' })
  await ben.enter(link)
  expect(await found(ben, room, 'key')).toEqual(['the newest key', 'another key', 'Zoë keeps the key'])
  expect(await found(ben, room, 'zoe KEY')).toEqual(['Zoë keeps the key'])
  expect(await found(ben, room, 'talk 99')).toHaveLength(11)
  // And from there one gets to where it stands.
  const page = await ben.ask({ type: 'chat.page', room, around: before.seq })
  expect(page.messages.map(({ id }) => id)).toContain(before.id)
})

async function found(person: Person, room: RoomId, text: string): Promise<string[]> {
  const texts: string[] = []
  for (let before: number | undefined = 1_000_000; before; ) {
    const part: Result<'chat.search'> = await person.ask({ type: 'chat.search', room, text, before })
    texts.push(...part.messages.map(message => message.text))
    before = part.before
  }
  return texts
}
