// Looking for what was said in a room that is kept nowhere.
import { expect, test } from 'vitest'
import type { RoomId } from '#protocol/id.ts'
import type { Result } from '#protocol/message.ts'
import { texts } from '../contract/search.ts'
import { roomy } from '../support/limits.ts'
import type { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { two } from '../support/two.ts'

test('[CH24] what somebody said is found by the other, the newest first', async () => {
  await using server = await start(roomy)
  const { ann, ben, room } = await two(server)
  for (const text of ['Bread is ready', 'so is the soup', 'fresh BREAD again']) await ann.say(room, text)
  expect(await found(ben, room, 'bread')).toEqual(['fresh BREAD again', 'Bread is ready'])
  expect(await found(ben, room, 'bread fresh')).toEqual(['fresh BREAD again'])
  expect(await found(ben, room, 'cake')).toEqual([])
})

test('[CH24] it is found as it is now: by what an edit put there, and never when it is deleted', async () => {
  await using server = await start(roomy)
  const { ann, ben, room } = await two(server)
  const edited = await ann.say(room, 'the old code')
  const deleted = await ann.say(room, 'the code is secret')
  await ann.ask({ type: 'chat.edit', room, id: edited.id, text: 'the new code' })
  await ann.ask({ type: 'chat.delete', room, id: deleted.id })
  expect(await found(ben, room, 'code')).toEqual(['the new code'])
  expect(await found(ben, room, 'old')).toEqual([])
  expect(await found(ben, room, 'secret')).toEqual([])
})

test('[CH24] texts are found by their words, as they are found in a named room', async () => {
  await using server = await start(roomy)
  const { ann, ben, room } = await two(server)
  for (const [text] of texts) await ann.say(room, text)
  for (const [text, sought, is] of texts)
    expect((await found(ben, room, sought)).includes(text), `${sought} in ${text}`).toBe(is)
})

test('[CH24] more than thirty come in turn, each once', async () => {
  await using server = await start(roomy)
  const { ann, ben, room } = await two(server)
  for (let count = 1; count <= 70; count++) await ann.say(room, `apple ${count}`)
  const all: string[] = []
  const sizes: number[] = []
  for (let before: number | undefined = 1000; before; ) {
    const part: Result<'chat.search'> = await ben.ask({ type: 'chat.search', room, text: 'apple', before })
    all.push(...part.messages.map(({ text }) => text))
    sizes.push(part.messages.length)
    before = part.before
  }
  expect(sizes).toEqual([30, 30, 10])
  expect(all).toEqual(Array.from({ length: 70 }, (_, at) => `apple ${70 - at}`))
})

test.each([
  ['', 'needs at least one word'],
  [' -- !? ', 'needs at least one word'],
  ['a b c d e f g h i j k', 'may be at most 10 words'],
  ['x'.repeat(65), 'may be at most 64 characters'],
])('[CH24] %j is refused with a sentence', async (text, why) => {
  await using server = await start()
  const { ben, room } = await two(server)
  await expect(ben.ask({ type: 'chat.search', room, text })).rejects.toThrow(why)
})

async function found(person: Person, room: RoomId, text: string): Promise<string[]> {
  const { messages } = await person.ask({ type: 'chat.search', room, text })
  return messages.map(message => message.text)
}
