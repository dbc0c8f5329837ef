// Mentioning people in a text: an @ and a name. It is found in the text when that is sent and when it is shown.
import type { Message } from '#protocol/chat.ts'
import type { GroupId, PersonId } from '#protocol/id.ts'
import { GROUPS_MENTIONED, PEOPLE_MENTIONED } from '#protocol/limits.ts'
import type { Mentions } from '#protocol/mention.ts'
import { proseOf } from './blocks.ts'
import { may, type Room, type State } from './state.ts'

const OFFERED = 6

/** Who or what can be mentioned. */
export type Mentionable =
  | { readonly name: string; readonly person: PersonId; readonly here: boolean }
  | { readonly name: string; readonly group: GroupId }
  | { readonly name: 'everyone' | 'here' }

const ALL: readonly Mentionable[] = [{ name: 'everyone' }, { name: 'here' }]

type Knowing = Pick<State, 'me' | 'groups'>

export function mentionables(room: Room, { me, groups }: Knowing): Mentionable[] {
  const people = [
    ...room.members.map(({ person, name }) => ({ person, name, here: true })),
    ...room.absent.map(({ person, name }) => ({ person, name, here: false })),
  ]
  const others = people.filter(({ person }) => person !== me?.person)
  const grouped = groups.map(({ group, name }) => ({ group, name }))
  return [...others, ...grouped, ...(may(room, 'chat.send all') ? ALL : [])]
}

/** What is written of a name before the caret, and where its @ stands. */
export function writtenMention(text: string, caret: number): { at: number; begun: string } | undefined {
  const begun = /(?<![\p{L}\p{N}_@])@([^@\n]{0,64})$/u.exec(text.slice(0, caret))
  return begun ? { at: begun.index, begun: begun[1] ?? '' } : undefined
}

/** Whose name, or a word of it, begins so. */
export function offered(all: readonly Mentionable[], begun: string): Mentionable[] {
  const start = begun.toLowerCase()
  const begins = ({ name }: Mentionable) =>
    [name, ...name.split(/\s+/)].some(part => part.toLowerCase().startsWith(start))
  return all.filter(begins).slice(0, OFFERED)
}

/** Whom a text mentions; two of the same name are both meant. */
export function mentionsIn(text: string, known: readonly Mentionable[]): Mentions | undefined {
  const names = new Set(
    proseOf(text)
      .flatMap(part =>
        piecesOf(
          part,
          known.map(({ name }) => name),
        ),
      )
      .flatMap(({ name }) => name?.toLowerCase() ?? []),
  )
  const meant = known.filter(({ name }) => names.has(name.toLowerCase()))
  const people = meant.flatMap(one => ('person' in one ? one.person : [])).slice(0, PEOPLE_MENTIONED)
  const groups = meant.flatMap(one => ('group' in one ? one.group : [])).slice(0, GROUPS_MENTIONED)
  const [all] = meant.flatMap(one => ('person' in one || 'group' in one ? [] : one.name))
  if (meant.length === 0) return undefined
  return {
    ...(people.length > 0 && { people }),
    ...(groups.length > 0 && { groups }),
    ...(all && { all }),
  }
}

/** A text in pieces: those with a `name` mention it. */
export function piecesOf(text: string, names: readonly string[]): { text: string; name?: string }[] {
  if (names.length === 0 || !text.includes('@')) return [{ text }]
  // The longest first: Ann Smith is not Ann.
  const known = [...names]
    .sort((one, other) => other.length - one.length)
    .map(name => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  const mention = new RegExp(`(?<![\\p{L}\\p{N}_@])@(${known.join('|')})(?![\\p{L}\\p{N}_])`, 'giu')
  const pieces: { text: string; name?: string }[] = []
  let end = 0
  for (const found of text.matchAll(mention)) {
    if (found.index > end) pieces.push({ text: text.slice(end, found.index) })
    pieces.push({ text: found[0], name: found[1] ?? '' })
    end = found.index + found[0].length
  }
  return end < text.length ? [...pieces, { text: text.slice(end) }] : pieces
}

/** `here` meant those who were there when it was said. */
export function mentionsMe({ by, at, mentions }: Message, { room, me, groups }: State): boolean {
  if (!me || !mentions || by === me.person) return false
  if (mentions.people?.includes(me.person) || mentions.all === 'everyone') return true
  if (groups.some(({ group, member }) => member && mentions.groups?.includes(group))) return true
  const since = room?.members.find(({ person }) => person === me.person)?.since
  return mentions.all === 'here' && since !== undefined && since <= at
}

/** The names under which those who are mentioned are known here, also from before they had another one. */
export function namesOf(
  { people = [], groups = [], all }: Mentions,
  room: Room,
  seen: State['groups'] = [],
): { name: string; person?: PersonId; mine?: boolean }[] {
  const known = [
    ...room.members,
    ...room.absent,
    ...room.messages.map(({ by, name }) => ({ person: by, name })),
  ]
  const named = known
    .filter(({ person }) => people.includes(person))
    .map(({ person, name }) => ({ person, name }))
  const grouped = seen
    .filter(({ group }) => groups.includes(group))
    .map(({ name, member }) => ({ name, mine: member }))
  return [...named, ...grouped, ...(all ? [{ name: all }] : [])]
}
