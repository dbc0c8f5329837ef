// The jobs about named rooms: talk that is kept, and coming back to what was missed.
import { setTimeout as wait } from 'node:timers/promises'
import type { Durable, Mark, Order, Outcome, Resume } from './job.ts'
import { offer, Times } from './offer.ts'
import { openRaw, type Talk } from './talk.ts'
import { TEXT } from './text.ts'

const WARM = 0.2
const SETTLE = 300

/** People in pairs, each pair in a named room, all talking in turn. */
export async function durable({ dialect, port, ...job }: Order<Durable>, mark: Mark): Promise<Outcome> {
  const talk =
    dialect === 'bare loop'
      ? await orderer(port, 'write')
      : await company(port, Math.ceil(job.perSecond / job.perPerson))
  await talk({ ...job, count: Math.ceil(job.count * WARM) })
  await wait(SETTLE)
  await mark('begin')
  const waits = await talk(job)
  await mark('end')
  return { ...waits, units: job.count }
}

interface Portion {
  readonly perSecond: number
  readonly count: number
}

/** What has no doors runs by itself, as ordered. */
async function orderer(port: number, type: 'read' | 'write') {
  const talk = await openRaw(port)
  return async (order: object) => {
    const ran = talk.hears('ran')
    talk.send({ ...order, type })
    return ran as Promise<object>
  }
}

async function company(port: number, people: number) {
  const seats: { talk: Talk; room: string }[] = []
  while (seats.length < people) seats.push(...(await pair(port)))
  let ref = 1000
  return async ({ perSecond, count }: Portion) => {
    const times = new Times()
    const due = new Map<string, number>()
    return new Promise<object>(done => {
      for (const { talk } of seats)
        talk.onMessage = (buffer, from, to) => {
          const number = doneOf(buffer.toString('latin1', from, to))
          const since = number && due.get(number)
          if (since) times.since(since)
          if (since && times.count === count) done(times.report())
        }
      let turn = 0
      void offer(perSecond, count, at => {
        const { talk, room } = seats[turn++ % seats.length] as (typeof seats)[0]
        due.set(String(++ref), at)
        talk.send({ type: 'chat.send', ref, room, key: `key-${ref}`, text: TEXT })
      })
    })
  }
}

const doneOf = (text: string) => (text.includes('"done"') ? text.match(/"ref":(\d+)/)?.[1] : undefined)

/** Two people in a named room of theirs. */
async function pair(port: number) {
  const ann = await come(port, { browser: crypto.randomUUID() })
  const { room, link } = await ask<{ room: string; link: string }>(ann, { type: 'room.create' })
  await ask(ann, { type: 'room.join', room })
  await ask(ann, { type: 'room.name', room, name: 'Plans' })
  const ben = await come(port)
  await ask(ben, { type: 'room.join', invite: link.split('/')[2] })
  return [
    { talk: ann, room },
    { talk: ben, room },
  ]
}

async function come(port: number, hello: object = {}): Promise<Talk> {
  const talk = await openRaw(port)
  const welcome = talk.hears('welcome')
  talk.send({ type: 'hello', version: 1, name: 'Guest', ...hello })
  await welcome
  return talk
}

async function ask<Result>(talk: Talk, request: object): Promise<Result> {
  const done = talk.hears('done')
  talk.send({ ...request, ref: 1 })
  return (await done).result as Result
}

interface State {
  readonly room: { id: string; epoch: string; seq: number; facts?: unknown[] }
}

/** One hello brings it all: whoever gets less in one answer has not done the job. */
export async function resume({ dialect, port, ...job }: Order<Resume>, mark: Mark): Promise<Outcome> {
  const all = dialect === 'bare loop' ? await orderer(port, 'read') : await returner(port, job.rows)
  if (dialect === 'bare loop') await (await orderer(port, 'write'))({ perSecond: 5000, count: job.rows })
  await all({ ...job, count: Math.ceil(job.count * WARM) })
  await wait(SETTLE)
  await mark('begin')
  await all(job)
  await mark('end')
  return { units: job.count }
}

async function returner(port: number, rows: number) {
  const [ann] = (await pair(port)) as [{ talk: Talk; room: string }]
  const ben = await openRaw(port)
  const welcome = ben.hears('welcome')
  ben.send({ type: 'hello', version: 1, browser: crypto.randomUUID() })
  const { person } = (await welcome) as { person: string }
  const { path } = await ask<{ path: string }>(ann.talk, { type: 'invite.public', room: ann.room })
  const entered = ben.hears('room.entered')
  const token = ben.hears('session.token')
  await ask(ben, { type: 'room.join', invite: path.split('/')[2] })
  const { room } = (await entered) as unknown as State
  const { resume } = (await token) as { resume: string }
  // He belongs to it: however long he stays away, he is let in again.
  await ask(ann.talk, { type: 'room.role', room: ann.room, person, role: 'member' })
  for (let count = 0; count < rows; count++)
    await ask(ann.talk, { type: 'chat.send', room: ann.room, key: `key-${count}`, text: TEXT })
  ben.end()
  const cursor = { room: room.id, epoch: room.epoch, seq: room.seq }
  return async ({ count }: { count: number }) => {
    for (let done = 0; done < count; done++) {
      const talk = await openRaw(port)
      const state = talk.hears('room.entered')
      talk.send({ type: 'hello', version: 1, resume, rooms: [cursor] })
      const { facts = [] } = ((await state) as unknown as State).room
      if (facts.length < rows) throw new Error(`${facts.length} of ${rows} messages came in the first answer`)
      talk.end()
    }
  }
}
