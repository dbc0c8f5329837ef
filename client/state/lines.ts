// The talk as it is shown: days, groups of what one person said in a row, and where the server was restarted.
import type { Message } from '#protocol/chat.ts'
import type { PersonId } from '#protocol/id.ts'
import type { Me, Naming, Pending, Room } from './state.ts'
import { draftOf } from './talk.ts'
import { isDetached } from './window.ts'

/** A message, or what will be one when it has arrived: it stands where it is going to stand. */
export type Written = Message & { readonly pending?: Pending }

export interface Group {
  readonly kind: 'group'
  readonly key: string
  readonly by: PersonId
  readonly name: string
  readonly at: number
  readonly messages: readonly Written[]
  /** Said before a restart: nobody can change it any more. */
  readonly past: boolean
}
export type Line =
  | Group
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'named'; readonly key: string; readonly naming: Naming }
  /** From here on he had not read it when he came in. */
  | { readonly kind: 'new'; readonly key: string }
  | { readonly kind: 'restart'; readonly key: string; readonly empty: boolean }

/** After so long without a word the same person starts a new group. */
const PAUSE = 5 * 60_000

type Talk = Pick<Room, 'past' | 'messages' | 'newest' | 'more' | 'namings' | 'pending' | 'readTo'>

/** As a page shows it that showed these lines `before`. */
export function linesOf(room: Talk, me?: Me, before: readonly Line[] = []): Line[] {
  const { past, messages, pending } = room
  const firstNew = firstNewOf(room, me)
  const lines: Line[] = []
  let day = ''
  const add = (said: readonly (Written | Naming)[], isPast: boolean) => {
    for (const message of said) {
      if ('first' in message) {
        lines.push({ kind: 'named', key: `named ${message.seq}`, naming: message })
        continue
      }
      const today = new Date(message.at).toDateString()
      if (today !== day) lines.push({ kind: 'day', key: `day ${keyOf(message)}`, at: message.at })
      day = today
      if (message === firstNew) lines.push({ kind: 'new', key: 'new' })
      put(lines, message, isPast)
    }
  }
  for (const [index, said] of past.entries()) {
    add(said, true)
    lines.push({ kind: 'restart', key: `restart ${index}`, empty: said.length === 0 })
  }
  add(inOrder(messages, namingsWithin(room)), false)
  if (me)
    add(
      pending.map(one => foretell(one, me)),
      false,
    )
  return sameAs(before, lines)
}

/** A group that older ones have joined or left is still the same one. */
function sameAs(before: readonly Line[], lines: Line[]): Line[] {
  const keys = new Map(before.flatMap(line => messagesIn(line).map(message => [keyOf(message), line.key])))
  return lines.map(line => {
    const known = messagesIn(line).find(message => keys.has(keyOf(message)))
    return known ? { ...line, key: keys.get(keyOf(known)) ?? line.key } : line
  })
}

const messagesIn = (line: Line) => (line.kind === 'group' ? line.messages : [])

/** Those that stand between messages which are on this page, or at an end that is. */
function namingsWithin({ messages, newest, more, namings }: Talk): readonly Naming[] {
  const from = more ? (messages[0]?.seq ?? 0) : 0
  const to = isDetached({ messages, newest }) ? (messages.at(-1)?.seq ?? 0) : Number.POSITIVE_INFINITY
  return namings.filter(({ seq }) => seq > from && seq < to)
}

const inOrder = (messages: readonly Message[], namings: readonly Naming[]) =>
  [...messages, ...namings].sort((one, other) => one.seq - other.seq)

/** The same before and after it has arrived. */
export const keyOf = ({ by, key }: Message) => `${by} ${key}`

/** If it is not on this page, it is above. */
function firstNewOf({ messages, more, readTo }: Talk, me: Me | undefined): Message | undefined {
  if (readTo === undefined) return undefined
  const at = messages.findIndex(({ seq, by }) => seq > readTo && by !== me?.person)
  return at === 0 && more ? undefined : messages[at]
}

function foretell(pending: Pending, { person, name }: Me): Written {
  const { key, at } = pending
  const id = key as string as Message['id']
  return { ...draftOf(pending), id, seq: Number.POSITIVE_INFINITY, key, by: person, name, at, pending }
}

function put(lines: Line[], message: Written, past: boolean): void {
  const last = lines.at(-1)
  if (last?.kind === 'group' && goesOn(last, message)) {
    lines[lines.length - 1] = { ...last, messages: [...last.messages, message] }
    return
  }
  const { by, name, at } = message
  lines.push({ kind: 'group', key: keyOf(message), by, name, at, messages: [message], past })
}

function goesOn(group: Group, message: Message): boolean {
  const newest = group.messages.at(-1)?.at ?? group.at
  return group.by === message.by && group.name === message.name && message.at - newest < PAUSE
}
