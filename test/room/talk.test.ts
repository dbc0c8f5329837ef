// Talking: order, retries, edits, deletions, pages, links.
import { expect, test } from 'vitest'
import { PUBLIC } from '#protocol/public.ts'
import { roomy } from '../support/limits.ts'
import { inviteIn, tokenIn } from '../support/links.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { home, two } from '../support/two.ts'

test('[CH1] four people talk at once: everyone hears everything in the same order, numbered without holes', async () => {
  await using server = await start(roomy)
  const { ann, room, link } = await home(server)
  const others = await Promise.all(
    (['tcp', 'websocket', 'socket.io'] as const).map(transport => Person.come(server, { transport })),
  )
  for (const other of others) await other.enter(link)
  const all = [ann, ...others]
  await Promise.all(
    all.flatMap((one, who) => Array.from({ length: 50 }, (_, at) => one.say(room, `${who}.${at}`))),
  )
  await Promise.all(all.map(one => one.settled()))
  const numbers = Array.from({ length: 200 }, (_, at) => at + 1)
  for (const one of all) expect(one.all('chat.said').map(({ seq }) => seq)).toEqual(numbers)
  for (const one of others) expect(one.texts(room)).toEqual(ann.texts(room))
})

test('[CH2] a retry with the same key is the same message, also by another connection', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  const first = await ann.say(room, 'once', 'my-key')
  expect(await ann.say(room, 'once', 'my-key')).toEqual(first)
  await ann.settled()
  const again = await ann.comeAgain(server, 'tcp')
  expect(await again.say(room, 'once', 'my-key')).toEqual(first)
  expect(await ben.say(room, 'his own', 'my-key')).not.toEqual(first)
  await ben.settled()
  expect(ben.texts(room)).toEqual(['once', 'his own'])
})

test('[CH3] one edits only what one has said', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  const { id } = await ann.say(room, 'helo')
  await expect(ben.ask({ type: 'chat.edit', room, id, text: 'x' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await ann.ask({ type: 'chat.edit', room, id, text: 'hello' })
  expect(await ben.hears('chat.edited')).toMatchObject({ id, text: 'hello', seq: 2 })
  const page = await ben.ask({ type: 'chat.page', room, before: 100 })
  expect(page.messages).toMatchObject([{ id, text: 'hello' }])
})

test('[CH9] an answer names the message that it answers, which must be of this room', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  const { id } = await ann.say(room, 'Who brings bread?')
  await ben.ask({ type: 'chat.send', room, key: 'an-answer' as never, text: 'I do', reply: id })
  expect(await ann.hears('chat.said', ({ text }) => text === 'I do')).toMatchObject({ reply: id })
  const elsewhere = await ben.startRoom()
  const stray = {
    type: 'chat.send',
    room: elsewhere.id,
    key: 'stray' as never,
    text: 'x',
    reply: id,
  } as const
  await expect(ben.ask(stray)).rejects.toMatchObject({ code: 'message.gone' })
  expect(ben.texts(elsewhere.id)).toEqual([])
})

test('[CH4] what is deleted is gone, for those who are there, who return, and who come new', async () => {
  await using server = await start()
  const { ann, ben, room, link } = await two(server)
  ben.carrier.drop()
  await ann.hears('room.member', ({ member }) => member.away)
  const { id } = await ann.say(room, 'a secret')
  await ann.ask({ type: 'chat.edit', room, id, text: 'another secret' })
  await ann.ask({ type: 'chat.delete', room, id })
  const back = await ben.comeAgain(server)
  await back.hears('room.entered')
  const cleo = await Person.come(server)
  await cleo.enter(link)
  for (const one of [back, cleo]) expect(JSON.stringify(one.heard)).not.toContain('secret')
  await expect(ann.ask({ type: 'chat.delete', room, id })).rejects.toMatchObject({ code: 'message.gone' })
  await expect(ann.ask({ type: 'chat.edit', room, id, text: 'x' })).rejects.toMatchObject({
    code: 'message.gone',
  })
})

test('[CH4] owners delete what others have said, guests do not', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  const his = await ben.say(room, 'his')
  const hers = await ann.say(room, 'hers')
  await expect(ben.ask({ type: 'chat.delete', room, id: hers.id })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await ann.ask({ type: 'chat.delete', room, id: his.id })
  expect(await ben.hears('chat.deleted')).toMatchObject({ id: his.id, by: ann.id })
})

test('[CH5] typing reaches the others, not oneself, and is not kept', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  await ann.ask({ type: 'chat.typing', room, on: true })
  expect(await ben.hears('chat.typed')).toMatchObject({ person: ann.id, on: true })
  expect(ann.all('chat.typed')).toEqual([])
  const state = await ben.join({ room })
  expect(state).toMatchObject({ seq: 0, messages: [] })
})

test('[CH6] older messages come fifty at a time, back to the first', async () => {
  await using server = await start(roomy)
  const { ann, room, link } = await home(server)
  await Promise.all(Array.from({ length: 120 }, (_, at) => ann.say(room, String(at + 1))))
  const ben = await Person.come(server)
  const state = await ben.enter(link)
  let { messages = [], more } = state
  while (more) {
    const page = await ben.ask({ type: 'chat.page', room, before: messages[0]?.seq ?? 0 })
    messages = [...page.messages, ...messages]
    more = page.more
  }
  expect(messages.map(({ text }) => Number(text))).toEqual(Array.from({ length: 120 }, (_, at) => at + 1))
})

test('[CH6] one looks around a message and goes on to the newest', async () => {
  await using server = await start(roomy)
  const { ann, ben, room } = await two(server)
  for (let at = 1; at <= 120; at++) await ann.say(room, String(at))
  const page = (place: object) => ben.ask({ type: 'chat.page', room, ...place })
  const numbers = ({ messages }: Awaited<ReturnType<typeof page>>) => messages.map(({ seq }) => seq)
  const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const around = await page({ around: 60 })
  expect([numbers(around), around.more, around.newer]).toEqual([upTo(35, 84), true, true])
  const next = await page({ after: 84 })
  expect([numbers(next), next.more, next.newer]).toEqual([upTo(85, 120), true, false])
  const first = await page({ around: 1 })
  expect([numbers(first), first.more, first.newer]).toEqual([upTo(1, 25), false, true])
  const none = await page({ after: 120 })
  expect(none).toEqual({ messages: [], more: true, newer: false })
  const all = await page({ before: 0 })
  expect(all).toEqual({ messages: [], more: false, newer: true })
  for (const places of [{}, { before: 1, after: 1 }, { around: 1, before: 1, after: 1 }])
    await expect(page(places)).rejects.toMatchObject({ code: 'message.invalid' })
})

test('[CH6] large messages come in smaller pages, both ways, and none is left out', async () => {
  await using server = await start(roomy)
  const { ann, ben, room } = await two(server)
  for (let at = 1; at <= 40; at++) await ann.say(room, `${at} ${'x'.repeat(8000)}`)
  const seen: number[] = []
  for (let newer = true; newer; ) {
    const page = await ben.ask({ type: 'chat.page', room, after: seen.at(-1) ?? 0 })
    expect(JSON.stringify(page).length).toBeLessThan(160 * 1024)
    seen.push(...page.messages.map(({ seq }) => seq))
    newer = page.newer
  }
  expect(seen).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
})

test('[CH7] eight KiB is a message, one byte more is not, and neither is nothing', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  await ann.say(room, 'é'.repeat(4096))
  for (const text of [`${'é'.repeat(4096)}x`, '', ' \n ']) {
    await expect(ann.say(room, text)).rejects.toMatchObject({ code: 'message.invalid' })
  }
  for (const name of ['x'.repeat(65), 'a\u202eb', 'a\nb', ' ']) {
    await expect(ann.ask({ type: 'me.rename', name })).rejects.toMatchObject({ code: 'message.invalid' })
  }
  await expect(ann.ask({ type: 'room.set', room, topic: 'x'.repeat(201) })).rejects.toMatchObject({
    place: expect.stringMatching(/topic/),
  })
  await ben.settled()
  expect(ben.all('chat.said')).toHaveLength(1)
})

test('[CH8] a message is found only in its own room', async () => {
  await using server = await start()
  const { ann, ben, room } = await two(server)
  const { id } = await ann.say(room, 'here')
  const elsewhere = await ann.startRoom()
  await expect(ann.ask({ type: 'chat.delete', room: elsewhere.id, id })).rejects.toMatchObject({
    code: 'message.gone',
  })
  await ben.settled()
  expect(ben.all('chat.deleted')).toEqual([])
})

test('[IN1] looking at a link shows topic and people, and spends nothing', async () => {
  await using server = await start()
  const { ann, room, link } = await home(server)
  await ann.ask({ type: 'room.set', room, topic: 'Plans' })
  const stranger = await Person.come(server)
  const invite = inviteIn(link)
  const seen = { name: null, topic: 'Plans', count: 1, members: [{ name: 'Ann' }], locked: false }
  expect(await stranger.ask({ type: 'invite.look', invite })).toEqual(seen)
  await ann.settled()
  expect(ann.all('room.joined')).toEqual([])
})

test('[IN2][IN3] a cancelled link looks like one that never was; the next is another', async () => {
  await using server = await start()
  const { ann, ben, room, link } = await two(server)
  expect(await ann.ask({ type: 'invite.public', room })).toEqual({ path: link })
  await ann.ask({ type: 'invite.revoke', room, id: PUBLIC })
  const cleo = await Person.come(server)
  const answers = [link, '/i/never-was', '/i/x'].map(path => cleo.enter(path).catch(error => ({ ...error })))
  const [cancelled, ...unknown] = await Promise.all(answers)
  for (const answer of unknown) expect(answer).toEqual(cancelled)
  const { path } = await ann.ask({ type: 'invite.public', room })
  expect(path).not.toBe(link)
  await cleo.enter(path)
  await ben.settled()
})

test('[IN4] a host link makes an owner until it is renewed', async () => {
  await using server = await start()
  const { ann, room, host } = await home(server)
  const ben = await Person.come(server)
  expect((await ben.join({ host: tokenIn(host) })).role).toBe('owner')
  const { path } = await ann.ask({ type: 'invite.host', room, renew: true })
  const cleo = await Person.come(server)
  await expect(cleo.ask({ type: 'room.join', host: tokenIn(host) })).rejects.toMatchObject({
    code: 'room.knock',
  })
  expect((await cleo.join({ host: tokenIn(path) })).role).toBe('owner')
})
