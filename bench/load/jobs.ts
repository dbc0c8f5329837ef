// The jobs: each brings the server to where the measuring begins, marks it, does its work, and marks the end.
import { setTimeout as wait } from 'node:timers/promises'
import { crowd } from './crowd.ts'
import { type Place, type Speech, speechOf } from './dialect.ts'
import type { Job, Mark, Order, Outcome } from './job.ts'
import { durable, resume } from './named.ts'
import { open } from './open.ts'
import type { Talk } from './talk.ts'
import { TEXT } from './text.ts'

type Run<K> = (order: Order<Job & { kind: K }>, mark: Mark) => Promise<Outcome>

/** Until a server has done with what was asked of it and with those who left. */
const SETTLE = 300
/** What comes and goes before, so that whatever is made once has been made. */
const WARM = 0.1

export const jobs: { readonly [K in Job['kind']]: Run<K> } = {
  connect: arrive,
  idle: arrive,
  burst,
  durable,
  resume,
  open,
  crowd,
}

async function arrive(
  { dialect, port, count, atOnce, perRoom }: Order<Job & { kind: 'connect' | 'idle' }>,
  mark: Mark,
) {
  const speech = speechOf(dialect)
  const places = await speech.rooms(port, Math.ceil(count / perRoom))
  const some = Math.ceil(count * WARM)
  const early = await speech.rooms(port, Math.ceil(some / perRoom))
  await leaveAll(await enterAll(speech, port, early, some, atOnce))
  await mark('begin')
  const talks = await enterAll(speech, port, places, count, atOnce)
  await wait(SETTLE)
  await mark('end')
  await leaveAll(talks)
  return { units: count }
}

async function enterAll(
  speech: Speech,
  port: number,
  places: readonly Place[],
  count: number,
  atOnce: number,
) {
  const talks: Talk[] = []
  let next = 0
  const comeInTurn = async () => {
    while (next < count) {
      const place = places[next++ % places.length] as Place
      talks.push(await speech.enter(port, place))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, comeInTurn))
  return talks
}

async function leaveAll(talks: readonly Talk[]): Promise<void> {
  for (const talk of talks) talk.end()
  await wait(SETTLE)
}

async function burst(order: Order<Job & { kind: 'burst' }>, mark: Mark): Promise<Outcome> {
  const { dialect, port, members, senders, messages } = order
  const speech = speechOf(dialect)
  const [place] = (await speech.rooms(port, 1)) as [Place]
  const talks = await enterAll(speech, port, [place], members, 16)
  const say = (talk: Talk, key: string) => speech.say(talk, place, key, TEXT)
  await talkAll(talks, { senders, messages: Math.ceil(messages * WARM), name: 'warm', say })
  await wait(SETTLE)
  await mark('begin')
  await talkAll(talks, { senders, messages, name: 'real', say })
  await mark('end')
  await leaveAll(talks)
  return { units: messages * members }
}

interface Debate {
  readonly senders: number
  readonly messages: number
  /** A key must not come twice: that would be the same message again. */
  readonly name: string
  say(talk: Talk, key: string): void
}

/** Done when everybody has heard everything. */
function talkAll(talks: readonly Talk[], { senders, messages, name, say }: Debate): Promise<void> {
  return new Promise(done => {
    let left = messages * talks.length
    let said = 0
    const heard = () => --left === 0 && done()
    const next = (talk: Talk) => {
      if (said === messages) return undefined
      const key = `${name}-${said++}-`
      say(talk, key)
      return key
    }
    for (const talk of talks.slice(senders)) talk.onMessage = heard
    for (const talk of talks.slice(0, senders)) {
      let own = next(talk)
      talk.onMessage = (buffer, from, to) => {
        if (own && buffer.toString('latin1', from, to).includes(own)) own = next(talk)
        heard()
      }
    }
  })
}
