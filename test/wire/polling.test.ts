// Socket.IO by polling, for networks that break WebSockets: off unless the config says so, and then held to the same.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roomy } from '../support/limits.ts'
import { inviteIn } from '../support/links.ts'
import { Person } from '../support/person.ts'
import { type Running, start } from '../support/start.ts'
import { Watch } from '../support/watch.ts'

let server: Running
beforeAll(async () => {
  server = await start({ ...roomy, web: { polling: true } })
})
afterAll(() => server[Symbol.asyncDispose]())

test('nobody polls unless the config says so', async () => {
  await using strict = await start()
  expect((await fetch(`${strict.url}/io/?EIO=4&transport=polling`)).status).toBe(400)
})

test('[FR9] who polls says and hears the same', async () => {
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  const poller = await Poller.come(server)
  await poller.say({ type: 'room.join', ref: 1, invite: inviteIn(room.link) })
  await poller.hears('"done"')
  await poller.say({ type: 'chat.send', ref: 2, room: room.id, key: 'k', text: 'by polling' })
  await ann.hears('chat.said', ({ text }) => text === 'by polling')
  await ann.say(room.id, 'heard')
  await poller.hears('heard')
  for (const wrong of [5, { type: 'nothing' }, { type: 'ping', extra: 1 }]) await poller.say(wrong)
  for (const code of ['malformed', 'unknown', 'invalid']) await poller.hears(`message.${code}`)
})

test('[FR1] a large message by polling ends the connection, and nobody else notices', async () => {
  const ann = await Person.come(server, { name: 'Ann' })
  const poller = await Poller.come(server)
  expect(await poller.say({ type: 'ping', x: 'x'.repeat(70_000) })).toBe(413)
  await ann.settled()
})

test('[FR10] a page of another site may not poll, and every answer has the security headers', async () => {
  const path = `${server.url}/io/?EIO=4&transport=polling`
  for (const origin of ['https://evil.example', 'null'])
    expect((await fetch(path, { headers: { origin } })).status).toBe(403)
  const { headers } = await fetch(path, { headers: { origin: server.url } })
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('access-control-allow-origin')).toBeNull()
})

test('[FR7] who does not poll is cut off, and keeps his place', async () => {
  const ann = await Person.come(server, { name: 'Ann' })
  const room = await ann.startRoom()
  const poller = await Poller.come(server)
  await poller.say({ type: 'room.join', ref: 1, invite: inviteIn(room.link) })
  await poller.hears('"done"')
  await poller.stop()
  const away = ann.hears('room.member', ({ member }) => member.away)
  for (let at = 0; at < 60; at++) await ann.say(room.id, 'x'.repeat(8000))
  await away
  expect(ann.all('room.left')).toEqual([])
})

/** Polling by hand: what is said goes out by itself, what is heard is asked for again and again. */
class Poller {
  readonly #address: string
  #heard = ''
  readonly #watch = new Watch()
  #stopped = false
  #asking: Promise<void> = Promise.resolve()

  static async come(server: Running): Promise<Poller> {
    const address = `${server.url}/io/?EIO=4&transport=polling`
    const [, sid] = (await (await fetch(address)).text()).match(/"sid":"([^"]+)"/) ?? []
    const poller = new Poller(`${address}&sid=${sid}`)
    await poller.#post('40')
    poller.#asking = poller.#ask()
    await poller.hears('40{')
    await poller.say({ type: 'hello', version: 1, name: 'Poller' })
    await poller.hears('"welcome"')
    return poller
  }

  private constructor(address: string) {
    this.#address = address
  }

  say(value: unknown): Promise<number> {
    return this.#post(`42${JSON.stringify(['m', value])}`)
  }

  hears(part: string): Promise<true> {
    const found = () => this.#heard.includes(part) || undefined
    return this.#watch.until(found, () => `${part} was not heard: ${this.#heard.slice(-500)}`)
  }

  /** The answer to the last question is the last thing that is heard. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.say({ type: 'ping', ref: 99 })
    await this.#asking
  }

  async #ask(): Promise<void> {
    while (!this.#stopped) {
      const response = await fetch(this.#address).catch(() => undefined)
      if (!response?.ok) return
      this.#heard += await response.text()
      this.#watch.happened()
    }
  }

  async #post(body: string): Promise<number> {
    return (await fetch(this.#address, { method: 'POST', body }).catch(() => ({ status: 0 }))).status
  }
}
