// Somebody in the room does not read. It costs the server little and the others nothing, and he may come back.
import { expect, test, vi } from 'vitest'
import { Frame } from '#protocol/frame.ts'
import type { RoomId } from '#protocol/id.ts'
import type { RefusalCode } from '#protocol/refusal.ts'
import { Door } from '../../server/wire/door.ts'
import { Line } from '../../server/wire/line.ts'
import { publicTransports } from '../support/carrier.ts'
import { HandClock } from '../support/clock.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'
import { Company } from './company.ts'
import { startMeasured } from './measured.ts'
import { rawWebSocket } from './raw.ts'

vi.setConfig({ testTimeout: 60_000 })

const MEGABYTE = 1024 * 1024
/** More batches than the kernel and the server together keep for a reader. */
const ENOUGH = 60
const large = { size: 8000, batch: 100 }
const small = { size: 100, batch: 2000 }

test.each([
  ...publicTransports.map(transport => ({ transport, ...large })),
  ...(process.env.PRESENCE_LONG ? publicTransports.map(transport => ({ transport, ...small })) : []),
])(
  '[FR7] a stuck reader is cut off, costs little, and nobody else waits: $transport, $size letters',
  async kind => {
    const { transport } = kind
    await using measured = await startMeasured()
    const { server } = measured
    const writer = await Person.come(server, { name: 'Writer', transport: 'tcp' })
    const room = await writer.startRoom()
    const ben = await Person.come(server, { name: 'Ben', transport })
    await ben.enter(room.link)
    const talk = new Talk(writer, ben, room.id, kind)
    const before = await talk.peak(3, measured.memory)

    const stuck = await Person.come(server, { name: 'Stuck', transport })
    await stuck.enter(room.link)
    await stuck.settled()
    stuck.carrier.pause()
    const cut = () => ben.all('room.member').some(({ member }) => member.away)
    const cost = (await talk.peak(ENOUGH, measured.memory, cut)) - before
    console.log(`${transport}: a stuck reader costs ${(cost / MEGABYTE).toFixed(2)} MB; ${talk.times()}`)
    expect(cut()).toBe(true)
    expect(cost).toBeLessThan(2 * MEGABYTE)
    expect(talk.heard()).toEqual(talk.said())

    const again = await stuck.comeAgain(server, transport)
    expect(again.welcome.resumed).toBe('same')
    await again.hears('room.entered')
    expect(ben.all('room.left')).toEqual([])
  },
)

test.each(publicTransports)(
  '[FR7] who reads again soon is told why he was cut off, on %s',
  async transport => {
    await using company = await Company.gather(transport)
    const { ben, ann, room } = company
    const stuck = await company.rascal(transport)
    stuck.carrier.pause()
    const cut = () => ben.all('room.member').some(({ member }) => member.away)
    await new Talk(ann, ben, room.id, large).peak(ENOUGH, async () => 0, cut)
    // The door looks around every second, and must not take the rest away from him.
    await new Promise(done => setTimeout(done, 1500))
    stuck.carrier.resume()
    const code = await stuck.isClosed()
    expect(stuck.heard.at(-1)).toMatchObject({ type: 'refused', code: 'slow.reader', retry: true })
    if (transport === 'websocket') expect(code).toBe(4431)
  },
)

test.each(['/ws', '/io/?EIO=4&transport=websocket'])(
  '[FR7] who sends pings and reads no pong is cut off, at %s',
  async path => {
    await using server = await start()
    const raw = await rawWebSocket(server, path)
    raw.websocket.pause()
    const payload = Buffer.alloc(125)
    let over = false
    const gone = raw.closed.then(() => {
      over = true
    })
    // A moment after each thousand, so that the server hears them; it hangs up long before these are all sent.
    for (let sent = 0; sent < 400 && !over; sent++) {
      for (let count = 0; count < 1000; count++) raw.websocket.ping(payload)
      await new Promise(done => setImmediate(done))
    }
    raw.websocket.resume()
    await gone
    await Person.come(server)
  },
)

test('[FR7] 384 KiB are too much at once, 64 KiB for more than ten seconds', async () => {
  const clock = new HandClock()
  await using server = await start({}, clock)
  const door = new Door(server.desk, {
    messagesPerSecond: 1,
    messagesAtOnce: 1,
    helloSeconds: 1000,
    socketsPerAddress: 9,
  })
  const line = () => new PaperLine(door)
  const [still, slow, wavering, stuck] = [line(), line(), line(), line()]
  const hello = new Frame({ type: 'pulse' })
  still.behind = 64 * 1024
  slow.behind = 64 * 1024 + 1
  wavering.behind = 300 * 1024
  stuck.behind = 384 * 1024 + 1
  for (const one of [still, slow, wavering, stuck]) one.send(hello)
  expect([still, slow, wavering, stuck].map(({ open }) => open)).toEqual([true, true, true, false])
  clock.advance(9000)
  wavering.behind = 0
  clock.advance(1000)
  wavering.behind = 300 * 1024
  clock.advance(2000)
  expect([still, slow, wavering].map(({ open }) => open)).toEqual([true, false, true])
  expect([slow.why, stuck.why]).toEqual(['slow.reader', 'slow.reader'])
  // Whoever does not even take the goodbye is let go, and what was kept for him with it.
  expect([slow.killed, stuck.killed]).toEqual([false, true])
  await door.close()
})

/** A line of which the test says how far behind its reader is. */
class PaperLine extends Line {
  behind = 0
  killed = false
  why: RefusalCode | undefined
  readonly gone = false

  constructor(door: Door) {
    super('paper')
    door.open(this)
  }

  write(frame: Frame): void {
    this.why = JSON.parse(frame.json).code
  }

  pending = () => this.behind
  finish(): void {}
  kill(): void {
    this.killed = true
  }
  beat(): void {}
}

/** One writes, another reads, and the time in between is kept. */
class Talk {
  readonly #writer: Person
  readonly #reader: Person
  readonly #room: RoomId
  readonly #letters: string
  readonly #batch: number
  readonly #took: number[] = []
  #count = 0

  constructor(writer: Person, reader: Person, room: RoomId, { size, batch }: typeof large) {
    this.#writer = writer
    this.#reader = reader
    this.#room = room
    this.#letters = 'x'.repeat(size)
    this.#batch = batch
  }

  /** The most that was held after any of so many batches, or until it is over. */
  async peak(batches: number, memory: () => Promise<number>, over = () => false): Promise<number> {
    let most = 0
    for (let batch = 0; batch < batches && !over(); batch++) {
      await Promise.all(Array.from({ length: this.#batch }, () => this.#pass()))
      await this.#reader.settled()
      most = Math.max(most, await memory())
    }
    return most
  }

  said = () => Array.from({ length: this.#count }, (_, at) => at)
  heard = () => this.#reader.all('chat.said').map(({ text }) => Number.parseInt(text, 10))

  times(): string {
    const sorted = this.#took.toSorted((one, other) => one - other)
    const at = (share: number) => `${sorted[Math.floor(sorted.length * share)]?.toFixed(1)} ms`
    return `the others hear it after ${at(0.5)} (p50), ${at(0.99)} (p99)`
  }

  async #pass(): Promise<void> {
    const text = `${this.#count++} ${this.#letters}`
    const begun = performance.now()
    await this.#writer.say(this.#room, text)
    this.#took.push(performance.now() - begun)
  }
}
