// What was said in a room, kept in order and each message once.
import type { Message } from '#protocol/chat.ts'
import type { ClientKey, MessageId, PersonId } from '#protocol/id.ts'
import { react } from '#protocol/reaction.ts'
import type { Fact } from '#protocol/room.ts'
import { type Draft, type Naming, type Pending, type Room, someoneIn } from './state.ts'
import { withNew } from './window.ts'

/** So many of its names are told of in a room. */
const MOST_NAMINGS = 100

/** A numbered fact, live or after a resume. One that is known already changes nothing. */
export function tell(room: Room, fact: Fact): Room {
  if (fact.seq <= room.seq) return room
  const next = { ...room, seq: fact.seq }
  switch (fact.type) {
    case 'chat.said': {
      const { type: _type, room: _room, ...message } = fact
      return said(next, message)
    }
    case 'chat.edited':
      return change(next, fact.id, message => edited(message, fact))
    case 'chat.deleted':
      return change(next, fact.id, message => emptied(message, fact.at))
    case 'chat.reacted':
      return change(next, fact.id, message => reacted(message, fact))
    case 'room.role-set': {
      const given = <One extends { person: PersonId }>(one: One) =>
        one.person === fact.person ? { ...one, role: fact.role } : one
      return { ...next, members: room.members.map(given), absent: room.absent.map(given) }
    }
    case 'room.named':
      return { ...next, name: fact.name, seal: undefined, namings: namingsWith(room, fact) }
  }
}

const namingsWith = (room: Room, fact: Told<'room.named'>) =>
  [...room.namings, naming(room, fact)].slice(-MOST_NAMINGS)

function naming(room: Room, { seq, by, name }: Told<'room.named'>): Naming {
  return { seq, by: someoneIn(room, by)?.name, name, first: room.name === null }
}

/** A new message: the sender types no longer, and what waited under this key has arrived. */
export function said(room: Room, message: Message): Room {
  return {
    ...withNew(room, message),
    typing: room.typing.filter(person => person !== message.by),
    pending: room.pending.filter(({ key }) => key !== message.key),
  }
}

/** The answer to a message of one's own, for the case that it was said while nobody heard. */
export function sent(
  room: Room,
  me: { person: PersonId; name: string },
  key: ClientKey,
  receipt: Pick<Message, 'id' | 'seq' | 'at'>,
): Room {
  const pending = room.pending.find(one => one.key === key)
  if (!pending) return room
  return said(room, { ...receipt, key, by: me.person, name: me.name, ...draftOf(pending) })
}

/** What of it is to be said. */
export const draftOf = ({ key: _key, at: _at, trouble: _trouble, ...draft }: Pending): Draft => draft

export function write(room: Room, pending: Pending): Room {
  // Who answers has seen what was new.
  return { ...room, pending: [...room.pending, pending], readTo: undefined }
}

export function changePending(room: Room, key: ClientKey, change: Partial<Pending>): Room {
  return { ...room, pending: room.pending.map(one => (one.key === key ? { ...one, ...change } : one)) }
}

export function discard(room: Room, key: ClientKey): Room {
  return { ...room, pending: room.pending.filter(one => one.key !== key) }
}

/** Wherever it is shown: in the talk, kept in sight, quoted. */
function change(room: Room, id: MessageId, how: (message: Message) => Message): Room {
  const changed = (message: Message) => (message.id === id && !message.deleted ? how(message) : message)
  const quoted = room.quoted[id]
  return {
    ...room,
    messages: room.messages.map(changed),
    pinned: room.pinned && changed(room.pinned),
    quoted: quoted ? { ...room.quoted, [id]: changed(quoted) } : room.quoted,
  }
}

type Told<T extends Fact['type']> = Extract<Fact, { type: T }>

const edited = (message: Message, { text, at, silent }: Told<'chat.edited'>): Message =>
  silent ? { ...message, text } : { ...message, text, edited: at }

/** Nothing of what it carried is left. */
const emptied = ({ id, seq, key, by, name, at }: Message, deleted: number): Message => ({
  ...{ id, seq, key, by, name, at, deleted },
  text: '',
})

function reacted({ reactions, ...message }: Message, reacting: Told<'chat.reacted'>): Message {
  const now = react(reactions, reacting)
  return now.length > 0 ? { ...message, reactions: now } : message
}
