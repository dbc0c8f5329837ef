// What every memory must do, whatever it is made of. Each adapter's test runs this suite.
import { nanoid } from 'nanoid'
import { expect, test } from 'vitest'
import type { ClientKey, Epoch, GroupId, MessageId, PersonId, RoomId } from '#protocol/id.ts'
import { noteOf } from '../../server/store/note.ts'
import {
  type Numbered,
  type Place,
  type Row,
  type Store,
  Twice,
  UNREAD,
  Unstorable,
} from '../../server/store/store.ts'

const ann = 'person-of-ann' as PersonId
const ben = 'person-of-ben' as PersonId

export function storeContract(open: () => Store): void {
  test('a named room is loaded as it was: record, facts, messages, members, link', async () => {
    const { room, link } = await named(open())
    await open().append([said(room, 2, 'two'), said(room, 3, 'three')])
    const loaded = await open().load(room)
    expect(loaded).toMatchObject({
      id: room,
      name: 'Plans',
      record: { some: 'record' },
      members: [{ person: ann }],
    })
    expect(loaded?.recent.facts.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(loaded?.recent.messages.map(({ text }) => text)).toEqual(['one', 'two', 'three'])
    expect(await open().roomOfLink(link)).toBe(room)
    expect(await open().roomOfLink(Buffer.from('another'))).toBeUndefined()
  })

  test('a batch is all or nothing: a row that cannot be stored takes the others with it', async () => {
    const { room } = await named(open())
    const bad = said(room, 3, 'a NUL: \0')
    await expect(open().append([said(room, 2, 'good'), bad])).rejects.toBeInstanceOf(Unstorable)
    const unknown = said('no-such-room' as RoomId, 1, 'x')
    await expect(open().append([said(room, 2, 'good'), unknown])).rejects.toBeInstanceOf(Unstorable)
    expect((await open().load(room))?.recent.facts).toHaveLength(1)
  })

  test('the same key twice is told apart from the same fact twice', async () => {
    const { room } = await named(open())
    const key = 'a-key' as ClientKey
    const row = said(room, 2, 'once', { key })
    await open().append([row])
    // A commit that nobody had waited for: it is there, and that is all right.
    await open().append([row])
    await expect(open().append([row, said(room, 3, 'not yet')])).rejects.toBeInstanceOf(Twice)
    await expect(open().append([said(room, 3, 'again', { key })])).rejects.toBeInstanceOf(Twice)
    expect((await open().sent(room, ann, key))?.text).toBe('once')
  })

  test('edits change the message, deletions take the text everywhere', async () => {
    const { room } = await named(open())
    const row = said(room, 2, 'a secret')
    const message = row.fact.message.id
    await open().append([row])
    const edit = {
      type: 'chat.edited' as const,
      id: nanoid(),
      seq: 3,
      message,
      text: 'another secret',
      at: 5,
    }
    await open().append([{ room, fact: edit }, said(room, 4, 'and more')])
    expect(await open().message(room, message)).toMatchObject({ text: 'another secret', edited: 5 })
    const gone = { type: 'chat.deleted' as const, id: nanoid(), seq: 5, message, by: ann, at: 6 }
    await open().append([{ room, fact: gone }])
    expect(JSON.stringify(await open().load(room))).not.toContain('secret')
    expect(await open().message(room, message)).toMatchObject({ text: '', deleted: 6 })
  })

  test('what an edit replaced is kept, is not shown when it was silent, and goes with the message', async () => {
    const { room } = await named(open())
    const row = said(room, 2, 'teh first secret')
    const message = row.fact.message.id
    await open().append([row])
    const edit = (seq: number, text: string, silent?: true): Row => ({
      room,
      fact: {
        type: 'chat.edited',
        id: nanoid(),
        seq,
        message,
        text,
        at: seq * 10,
        ...(silent ? { silent } : {}),
      },
    })
    await open().append([edit(3, 'the first secret', true)])
    expect(await open().message(room, message)).not.toHaveProperty('edited')
    await open().append([edit(4, 'the second secret')])
    await open().append([edit(5, 'the third secret')])
    const first = { text: 'the first secret', at: 2 }
    const second = { text: 'the second secret', at: 40 }
    expect(await open().replaced(room, message, 10)).toEqual([first, second])
    expect(await open().replaced(room, message, 1)).toEqual([second])
    const { recent } = (await open().load(room)) ?? {}
    expect(recent?.facts.slice(2)).toMatchObject([{ silent: true }, { was: first }, { was: second }])
    const gone = { type: 'chat.deleted' as const, id: nanoid(), seq: 6, message, by: ann, at: 6 }
    await open().append([{ room, fact: gone }])
    expect(await open().replaced(room, message, 10)).toEqual([])
    expect(JSON.stringify(await open().load(room))).not.toContain('secret')
  })

  test('reactions come with the message in the order in which they were given', async () => {
    const { room } = await named(open())
    const row = said(room, 2, 'bread')
    const message = row.fact.message.id
    const react = (seq: number, by: PersonId, emoji: string, on = true): Row => ({
      room,
      fact: { type: 'chat.reacted', id: nanoid(), seq, message, by, emoji, on },
    })
    // In one batch, with the message itself.
    const rows = [row, react(3, ben, '🎉'), react(4, ann, '👍'), react(5, ann, '🎉')]
    await open().append(rows)
    // A commit that nobody had waited for.
    await open().append(rows)
    const reactions = [
      { emoji: '🎉', by: [ben, ann] },
      { emoji: '👍', by: [ann] },
    ]
    expect(await open().message(room, message)).toMatchObject({ reactions })
    expect(await open().page(room, { before: 100 }, 10)).toMatchObject([
      { text: 'one' },
      { id: message, reactions },
    ])
    expect(await open().sent(room, ann, row.fact.message.key)).toMatchObject({ reactions })
    expect((await open().load(room))?.recent.messages[1]).toMatchObject({ reactions })
    await open().append([react(6, ann, '👍', false), react(7, ben, '👀', false), react(8, ben, '👀')])
    expect(await open().message(room, message)).toMatchObject({
      reactions: [reactions[0], { emoji: '👀', by: [ben] }],
    })
  })

  test('a message that is deleted loses its reactions, and takes none that come in the same batch', async () => {
    const { room } = await named(open())
    const row = said(room, 2, 'bread')
    const message = row.fact.message.id
    const reacted = (seq: number): Row => ({
      room,
      fact: { type: 'chat.reacted', id: nanoid(), seq, message, by: ben, emoji: '🎉', on: true },
    })
    await open().append([row, reacted(3)])
    const gone = { type: 'chat.deleted' as const, id: nanoid(), seq: 5, message, by: ann, at: 6 }
    await open().append([
      { room, fact: gone },
      { room, fact: { ...reacted(4).fact, emoji: '👍' } as Numbered },
    ])
    expect(await open().message(room, message)).not.toHaveProperty('reactions')
  })

  test('a room that is named brings the reactions along, before those that come later', async () => {
    const room = nanoid(12) as RoomId
    const { fact } = said(room, 1, 'bread')
    const reactions = [
      { emoji: '🎉', by: [ben, ann] },
      { emoji: '👍', by: [ben] },
    ]
    const stored = { id: room, name: 'Plans', epoch: 'epoch-1' as Epoch, record: {}, link: null }
    const recent = { facts: [noteOf(fact)], messages: [{ ...fact.message, seq: 1, reactions }] }
    await open().name(stored, { recent, members: [], invites: { invites: [], uses: [] } })
    const message = fact.message.id
    const late = {
      type: 'chat.reacted' as const,
      id: nanoid(),
      seq: 2,
      message,
      by: ann,
      emoji: '👀',
      on: true,
    }
    await open().append([{ room, fact: late }])
    expect((await open().message(room, message))?.reactions).toEqual([
      ...reactions,
      { emoji: '👀', by: [ann] },
    ])
  })

  test('what a message carries besides its text comes back with it, until it is deleted', async () => {
    const { room } = await named(open())
    const question = said(room, 2, 'a question')
    const answer = said(room, 3, 'an answer')
    const reply = question.fact.message.id
    await open().append([
      question,
      { room, fact: { ...answer.fact, message: { ...answer.fact.message, reply } } },
    ])
    const { id } = answer.fact.message
    expect(await open().message(room, id)).toMatchObject({ text: 'an answer', reply })
    expect(await open().message(room, reply)).not.toHaveProperty('reply')
    const gone = { type: 'chat.deleted' as const, id: nanoid(), seq: 4, message: id, by: ann, at: 6 }
    await open().append([{ room, fact: gone }])
    expect(await open().message(room, id)).not.toHaveProperty('reply')
  })

  test('pages lead back to the first message and on to the newest', async () => {
    const { room } = await named(open())
    await open().append(Array.from({ length: 20 }, (_, at) => said(room, at + 2, String(at + 2))))
    const numbers = async (place: Place) => (await open().page(room, place, 5)).map(({ seq }) => seq)
    expect(await numbers({ before: 10 })).toEqual([5, 6, 7, 8, 9])
    expect(await numbers({ before: 3 })).toEqual([1, 2])
    expect(await numbers({ after: 10 })).toEqual([11, 12, 13, 14, 15])
    expect(await numbers({ after: 19 })).toEqual([20, 21])
  })

  test('my rooms: the unread, the last, and none that I have left', async () => {
    const { room } = await named(open())
    const me = nanoid(16) as PersonId
    await open().join(room, { person: me, name: 'Me', since: 1, read: UNREAD })
    await open().append([said(room, 2, 'news')])
    const mine = () => open().roomsOf(me)
    expect(await mine()).toEqual([
      {
        room,
        name: 'Plans',
        direct: null,
        unread: 2,
        mentions: 0,
        last: { name: 'Ann', text: 'news', at: 2 },
      },
    ])
    await open().read(room, me, { seq: 1, at: 5 })
    // An older mark that comes late.
    await open().read(room, me, { seq: 0, at: 6 })
    expect((await open().load(room))?.members).toContainEqual(
      expect.objectContaining({ person: me, read: { seq: 1, at: 5 } }),
    )
    expect(await mine()).toMatchObject([{ unread: 1 }])
    const group = nanoid(12) as GroupId
    const calls = [{ people: [me] }, { all: 'everyone' }, { all: 'here' }, { groups: [group] }] as const
    await open().append(
      calls.map((mentions, at) => {
        const row = said(room, at + 3, 'look')
        return { room, fact: { ...row.fact, message: { ...row.fact.message, mentions } } } as Row
      }),
    )
    expect(await mine()).toMatchObject([{ unread: 5, mentions: 2 }])
    expect(await open().roomsOf(me, [group])).toMatchObject([{ unread: 5, mentions: 3 }])
    await open().leave(room, me)
    expect(await mine()).toEqual([])
  })

  test('who has another name has it in all his rooms, and nobody else has it', async () => {
    const [one, other] = [await named(open()), await named(open())]
    const me = nanoid(16) as PersonId
    for (const { room } of [one, other])
      await open().join(room, { person: me, name: 'Me', since: 1, read: UNREAD })
    await open().rename(me, 'Myself')
    for (const { room } of [one, other]) {
      const members = (await open().load(room))?.members.map(({ name }) => name)
      expect(members?.sort()).toEqual(['Ann', 'Myself'])
    }
  })

  test('a room that is burned leaves nothing', async () => {
    const { room, link } = await named(open())
    await open().join(room, { person: ben, name: 'Ben', since: 1, read: UNREAD })
    await open().burn(room)
    expect(await open().load(room)).toBeUndefined()
    expect(await open().roomOfLink(link)).toBeUndefined()
    expect(await open().page(room, { before: 100 }, 10)).toEqual([])
    expect((await open().roomsOf(ben)).map(({ room }) => room)).not.toContain(room)
  })
}

type Said = Row & { fact: Extract<Numbered, { type: 'chat.said' }> }

export async function named(store: Store): Promise<{ room: RoomId; link: Buffer }> {
  const room = nanoid(12) as RoomId
  const link = Buffer.from(nanoid())
  const first = said(room, 1, 'one').fact
  const stored = { id: room, name: 'Plans', epoch: 'epoch-1' as Epoch, record: { some: 'record' }, link }
  const recent = { facts: [noteOf(first)], messages: [{ ...first.message, seq: 1 }] }
  await store.name(stored, {
    recent,
    members: [{ person: ann, name: 'Ann', since: 1, read: UNREAD }],
    invites: { invites: [], uses: [] },
  })
  return { room, link }
}

export function said(
  room: RoomId,
  seq: number,
  text: string,
  change: Partial<Said['fact']['message']> = {},
): Said {
  const plain = {
    id: nanoid(12) as MessageId,
    key: nanoid() as ClientKey,
    by: ann,
    name: 'Ann',
    text,
    at: seq,
  }
  const message = { ...plain, ...change }
  return { room, fact: { type: 'chat.said', id: message.id, seq, message } }
}
