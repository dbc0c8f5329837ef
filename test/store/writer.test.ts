// The one writer, with a memory made by hand: who is answered what, in which order, under which number.
import { expect, test } from 'vitest'
import type { ClientKey, MessageId, PersonId, RoomId } from '#protocol/id.ts'
import { makeLog } from '../../server/base/log.ts'
import {
  type Draft,
  type Row,
  type Store,
  StoreAway,
  StoreUnreached,
  Twice,
  Unstorable,
} from '../../server/store/store.ts'
import { Writer } from '../../server/store/writer.ts'
import { HandClock } from '../support/clock.ts'

/** What becomes of a batch; without a word it is on disk. */
type Fate =
  | 'unreached'
  | 'away'
  | 'away, but landed'
  | 'lands after the next'
  | ((rows: readonly Row[]) => void)

/** A disk that keeps each fact and each number once, and a database that does as it is told. */
class Paper {
  readonly disk: string[] = []
  readonly batches: string[][] = []
  /** For the batches to come. */
  fates: Fate[] = []
  /** For all of them after those. */
  always: Fate = () => {}
  readonly #late: (readonly Row[])[] = []

  append = async (rows: readonly Row[]): Promise<void> => {
    this.batches.push(rows.map(textOf))
    const fate = this.fates.shift() ?? this.always
    await undefined
    if (fate === 'unreached') throw new StoreUnreached()
    if (fate === 'lands after the next') this.#late.push(rows)
    if (fate === 'away' || fate === 'lands after the next') throw new StoreAway()
    if (typeof fate === 'function') fate(rows)
    this.#keep(rows)
    for (const late of this.#late.splice(0)) this.#keepIfItCan(late)
    if (fate === 'away, but landed') throw new StoreAway()
  }

  #keep(rows: readonly Row[]): void {
    const lines = rows.map(lineOf)
    if (lines.every(line => this.disk.includes(line))) return
    const taken = new Set(this.disk.map(line => line.split(':')[0]))
    if (lines.some(line => taken.has(line.split(':')[0]))) throw new Twice()
    this.disk.push(...lines)
  }

  #keepIfItCan(rows: readonly Row[]): void {
    try {
      this.#keep(rows)
    } catch {}
  }
}

const textOf = ({ fact }: Row) => (fact.type === 'chat.said' ? fact.message.text : fact.type)
const lineOf = (row: Row) => `${row.room} ${row.fact.seq}: ${textOf(row)}`

class Book {
  seq = 0
  readonly id: RoomId
  readonly heard: string[] = []

  constructor(id = 'room') {
    this.id = id as RoomId
  }

  enter(draft: Draft, seq: number): string {
    this.seq = seq
    const text = textOf({ room: this.id, fact: { ...draft, seq } })
    this.heard.push(`${seq} ${text}`)
    return text
  }
}

let count = 0
function said(text: string): Draft {
  const id = `message-${++count}` as MessageId
  const by = 'ann' as PersonId
  return {
    type: 'chat.said',
    id: `fact-${count}`,
    message: { id, key: id as string as ClientKey, by, name: 'Ann', text, at: 0 },
  }
}

function desk() {
  const paper = new Paper()
  const clock = new HandClock()
  const writer = new Writer(paper as unknown as Store, clock, makeLog('silent'))
  const book = new Book()
  const outcomes: Record<string, string> = {}
  /** Says it, and notes what he is answered. */
  const say = (text: string, into = book) => {
    const note = (outcome: string) => {
      outcomes[text] = outcome
    }
    writer.add(into, said(text)).then(
      () => note('done'),
      error => note(error.code ?? error.constructor.name),
    )
  }
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 100) {
      clock.advance(100)
      await settle()
    }
  }
  return { paper, clock, writer, book, outcomes, say, pass }
}

/** Everything that waits for nothing but its turn is done. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await new Promise(setImmediate)
}

const refuse = (text: string, error: Error) => (rows: readonly Row[]) => {
  if (rows.some(row => textOf(row) === text)) throw error
}

test('what comes while a batch is written goes into the next, in its order', async () => {
  const { paper, book, outcomes, say } = desk()
  let finish = () => {}
  const { append } = paper
  paper.append = async rows => {
    await new Promise<void>(done => (finish = done))
    await append(rows)
  }
  say('a')
  await settle()
  for (const text of ['b', 'c', 'd']) say(text)
  for (let time = 0; time < 2; time++) {
    finish()
    await settle()
  }
  expect(paper.batches).toEqual([['a'], ['b', 'c', 'd']])
  expect(book.heard).toEqual(['1 a', '2 b', '3 c', '4 d'])
  expect(outcomes).toEqual({ a: 'done', b: 'done', c: 'done', d: 'done' })
})

test('[NM6] nobody hears of anything before it is on disk', async () => {
  const { paper, book, outcomes, say } = desk()
  let finish = () => {}
  paper.append = () => new Promise(done => (finish = done))
  say('a')
  await settle()
  expect([book.heard, outcomes]).toEqual([[], {}])
  finish()
  await settle()
  expect([book.heard, outcomes]).toEqual([['1 a'], { a: 'done' }])
})

test('rooms share batches, and each has numbers of its own', async () => {
  const { paper, book, say } = desk()
  const other = new Book('other')
  other.seq = 7
  say('a')
  say('b', other)
  say('c')
  say('d', other)
  await settle()
  expect(paper.disk.sort()).toEqual(['other 8: b', 'other 9: d', 'room 1: a', 'room 2: c'])
  expect([book.seq, other.seq]).toEqual([2, 9])
})

/** `bad` stands among others; what is said afterwards must find the numbering as it was left. */
const among: readonly [string, Fate[], Fate, Record<string, string>][] = [
  ['nothing', [], () => {}, { bad: 'done' }],
  ['a row that cannot be stored', [], refuse('bad', new Unstorable()), { bad: 'Unstorable' }],
  ['a message that was said before', [], refuse('bad', new Twice()), { bad: 'Twice' }],
  ['an error that nobody foresaw', [], refuse('bad', new TypeError()), { bad: 'TypeError' }],
  ['a database that is not reached at first', ['unreached', 'unreached'], () => {}, { bad: 'done' }],
  ['a commit that went through unheard', ['away, but landed'], () => {}, { bad: 'done' }],
  ['a commit that did not go through', ['away'], () => {}, { bad: 'done' }],
  ['a commit that goes through after it was given up', ['lands after the next'], () => {}, { bad: 'done' }],
  [
    'a commit of unknown end, a database not reached, a row that cannot be stored',
    ['away', 'unreached', 'away'],
    refuse('bad', new Unstorable()),
    { bad: 'Unstorable' },
  ],
]
test.each(among)('%s: everyone else is on disk once, heard in order, without a hole', async (...row) => {
  const [, fates, always, { bad }] = row
  const { paper, book, outcomes, say, pass } = desk()
  paper.fates = fates
  paper.always = always
  for (const text of ['a', 'b', 'bad', 'c']) say(text)
  await pass(3000)
  say('d')
  await pass(1000)
  expect(outcomes).toEqual({ a: 'done', b: 'done', bad, c: 'done', d: 'done' })
  const texts = bad === 'done' ? ['a', 'b', 'bad', 'c', 'd'] : ['a', 'b', 'c', 'd']
  expect(book.heard).toEqual(texts.map((text, at) => `${at + 1} ${text}`))
  expect(paper.disk).toEqual(texts.map((text, at) => `room ${at + 1}: ${text}`))
})

test('[NM7] a database that is not reached: refused after five seconds, all of them, and never done', async () => {
  const { paper, outcomes, say, pass } = desk()
  paper.always = 'unreached'
  for (const text of ['a', 'b', 'c']) say(text)
  await pass(4000)
  say('late')
  expect(outcomes).toEqual({})
  await pass(1500)
  expect(outcomes).toEqual({ a: 'store.away', b: 'store.away', c: 'store.away' })
  paper.always = () => {}
  await pass(500)
  expect(outcomes.late).toBe('done')
  expect(paper.disk).toEqual(['room 1: late'])
})

test('[NM7] what may have been written is not answered before that is known; what waits behind it is refused', async () => {
  const { paper, book, outcomes, say, pass } = desk()
  paper.always = 'away'
  say('caught')
  await settle()
  say('behind')
  await pass(6000)
  expect(outcomes).toEqual({ behind: 'store.away' })
  paper.always = 'unreached'
  await pass(6000)
  expect(outcomes).toEqual({ behind: 'store.away' })
  paper.always = () => {}
  await pass(500)
  expect(outcomes.caught).toBe('done')
  expect(book.heard).toEqual(['1 caught'])
})

test('[NM7] a commit that lands long after everyone had given up on it takes nobody else’s number', async () => {
  const { paper, book, outcomes, say, pass } = desk()
  paper.fates = ['lands after the next', ...Array<Fate>(70).fill('unreached')]
  say('caught')
  await pass(6000)
  say('next')
  await pass(10_000)
  expect(outcomes).toEqual({ caught: 'done', next: 'store.away' })
  say('more')
  await pass(500)
  expect(book.heard).toEqual(['1 caught', '2 more'])
  expect(paper.disk).toEqual(['room 1: caught', 'room 2: more'])
})

test('a bad row and then a database that is away: the rest of its batch waits no longer than anyone', async () => {
  const { paper, outcomes, say, pass } = desk()
  const texts = Array.from({ length: 100 }, (_, at) => `message ${at}`)
  paper.fates = [refuse('message 50', new Unstorable())]
  paper.always = 'unreached'
  for (const text of texts) say(text)
  await pass(5500)
  expect(Object.values(outcomes)).toEqual(texts.map(() => 'store.away'))
})

test('a change of a message is never in one batch with another of the same', async () => {
  const { paper, writer, book } = desk()
  const draft = said('a')
  if (draft.type !== 'chat.said') throw new Error('not said')
  const message = draft.message.id
  const edit = (id: string): Draft => ({ type: 'chat.edited', id, message, text: id, at: 1 })
  await Promise.all([draft, edit('one'), said('b'), edit('two')].map(each => writer.add(book, each)))
  for (const batch of paper.batches)
    expect(batch.filter(text => text === 'chat.edited' || text === 'a').length).toBeLessThan(2)
  expect(book.heard).toEqual(['1 a', '2 chat.edited', '3 b', '4 chat.edited'])
})

test('many react at once to one message: that is one batch, but for the same one who changes his mind', async () => {
  const { paper, writer, book } = desk()
  const message = 'message' as MessageId
  const react = (by: string, on = true): Draft => ({
    ...{ type: 'chat.reacted', id: `${by} ${on}`, message, by: by as PersonId, emoji: '👍', on },
  })
  const all = [react('ann'), react('ben'), react('cleo'), react('ann', false), react('dan')]
  await Promise.all(all.map(each => writer.add(book, each)))
  expect(paper.batches.map(batch => batch.length)).toEqual([3, 2])
})

test('no more than 20,000 wait: who comes then is refused at once, and those who wait are written', async () => {
  const { paper, writer, book, pass } = desk()
  paper.always = 'unreached'
  const all = Array.from({ length: 20_010 }, (_, at) =>
    writer.add(book, said(String(at))).catch(error => error),
  )
  await settle()
  expect(await all.at(-1)).toMatchObject({ code: 'store.away' })
  expect(await writer.add(book, said('more')).catch(error => error)).toMatchObject({ code: 'store.away' })
  paper.append = async () => {}
  await pass(300)
  const answers = await Promise.all(all)
  const refused = answers.filter(answer => typeof answer !== 'string').length
  expect([book.seq, refused]).toEqual([20_010 - refused, refused])
  expect(refused).toBeGreaterThan(0)
  expect(refused).toBeLessThanOrEqual(510)
})

test('a room that cannot take its fact in keeps nobody else from theirs', async () => {
  const { paper, book, outcomes, say } = desk()
  const broken = new Book('broken')
  broken.enter = () => {
    throw new TypeError('a mistake of ours')
  }
  say('a')
  say('b', broken)
  say('c')
  await settle()
  expect(outcomes).toEqual({ a: 'done', b: 'TypeError', c: 'done' })
  expect(book.heard).toEqual(['1 a', '2 c'])
  expect(paper.disk).toHaveLength(3)
})

test('whoever speaks again in the very moment of being answered is not forgotten', async () => {
  for (let ticks = 0; ticks < 30; ticks++) {
    const { writer, book } = desk()
    await writer.add(book, said('a'))
    for (let tick = 0; tick < ticks; tick++) await undefined
    await writer.add(book, said('b'))
    expect(book.heard).toEqual(['1 a', '2 b'])
  }
})

test('closing takes no more, and writes what waits', async () => {
  const { writer, outcomes, say } = desk()
  say('a')
  const closed = writer.close()
  say('too late')
  await closed
  await settle()
  expect(outcomes).toEqual({ a: 'done', 'too late': 'store.away' })
})

test.each<[Fate, Record<string, string>]>([
  ['unreached', { a: 'store.away', b: 'store.away' }],
  // Nobody knows of the first whether it was written: its sender asks again, under the same key.
  ['away', { b: 'store.away' }],
])('closing while the database is %s takes three seconds and no longer', async (always, expected) => {
  const { paper, writer, outcomes, say, pass } = desk()
  paper.always = always
  say('a')
  await settle()
  say('b')
  let closed = false
  writer.close().then(() => {
    closed = true
  })
  await pass(2500)
  expect(closed).toBe(false)
  await pass(1000)
  expect(closed).toBe(true)
  expect(outcomes).toEqual(expected)
  const tries = paper.batches.length
  await pass(2000)
  expect(paper.batches.length).toBeLessThanOrEqual(tries + 1)
})
