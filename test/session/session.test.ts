// Names, sign-out, and how many sessions one person may have.
import { expect, test } from 'vitest'
import { signInByToken, tokenFor } from '../support/accounts.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'

const browser = 'the-key-of-bens-browser-0'

test('[SE9] signing out leaves every room at once and makes the token worthless', async () => {
  await using server = await start()
  const ann = await Person.come(server)
  const room = await ann.startRoom()
  const ben = await Person.come(server, { transport: 'tcp' })
  await ben.enter(room.link)
  await ben.settled()
  const { token } = ben
  await ben.ask({ type: 'session.end' })
  await ben.isClosed()
  await ann.hears('room.left', ({ person }) => person === ben.id)
  const stranger = await Person.stranger(server)
  await expect(stranger.hello({ resume: token })).rejects.toMatchObject({ code: 'resume.expired' })
})

test('[SE9] signing out on one page leaves the others alone, everywhere ends them all', async () => {
  await using server = await start()
  const ann = await Person.come(server)
  const room = await ann.startRoom()
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => Person.come(server, { browser })))
  if (!one || !two || !three) throw new Error('nobody came')
  for (const page of [one, two, three]) await page.enter(room.link)
  await one.ask({ type: 'session.end' })
  await two.say(room.id, 'still here')
  await three.hears('chat.said')
  await two.ask({ type: 'session.end', everywhere: true })
  expect(await three.isClosed()).toBe(4500)
  await ann.hears('room.left', ({ person }) => person === one.id)
  // The browser key is his own: with it he may come back.
  expect((await Person.come(server, { browser })).welcome).toMatchObject({ person: one.id, resumed: 'fresh' })
})

test('[SE10] a guest takes another name, and everyone with him learns it, also after a resume', async () => {
  await using server = await start(signInByToken)
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  const ben = await Person.come(server, { name: 'Ben' })
  await ben.enter(room.link)
  await ben.ask({ type: 'me.rename', name: 'Benjamin' })
  expect((await ann.hears('room.member')).member).toMatchObject({ person: ben.id, name: 'Benjamin' })
  await ben.say(room.id, 'hello')
  expect((await ann.hears('chat.said')).name).toBe('Benjamin')
  await ben.settled()
  const again = await ben.comeAgain(server)
  expect(again.welcome.name).toBe('Benjamin')
  const member = await Person.come(server, { token: tokenFor('Cleo') })
  await expect(member.ask({ type: 'me.rename', name: 'X' })).rejects.toMatchObject({ code: 'forbidden' })
})

test('[SE11] one session too many is refused, and the others stay', async () => {
  await using server = await start({ limits: { socketsPerPerson: 2 } })
  const one = await Person.come(server, { browser })
  await Person.come(server, { browser })
  const third = await Person.stranger(server)
  await expect(third.hello({ browser })).rejects.toMatchObject({ code: 'sockets.many', retry: true })
  expect(await third.isClosed()).toBe(4430)
  await one.settled()
})

test.each(['socket.io', 'websocket', 'tcp'] as const)(
  '[SE12] a server that stops says over %s when to return',
  async transport => {
    const server = await start()
    const ann = await Person.come(server, { transport })
    await server[Symbol.asyncDispose]()
    expect((await ann.hears('server.closing')).returnIn).toBeGreaterThan(0)
    expect(await ann.hears('refused')).toMatchObject({ code: 'server.closing', retry: true })
    const code = await ann.isClosed()
    if (transport === 'websocket') expect(code).toBe(4400)
  },
)

test('[HE1][SE2] what is said right after hello, before the welcome, is done afterwards and in its order', async () => {
  await using server = await start()
  const ann = await Person.stranger(server, 'tcp')
  const greeted = ann.hello({ name: 'Ann' })
  const started = ann.ask({ type: 'room.create', topic: 'early' })
  await greeted
  expect((await started).room).toMatch(/^[A-Za-z0-9]{12}$/)
})
