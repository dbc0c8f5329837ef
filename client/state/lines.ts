// The talk as it is shown: days, groups of what one person said in a row, and where the server was restarted.
import type { Message } from '#protocol/chat.ts'
import type { PersonId } from '#protocol/id.ts'
import type { Room } from './state.ts'

export interface Group {
  readonly kind: 'group'
  readonly key: string
  readonly by: PersonId
  readonly name: string
  readonly at: number
  readonly messages: readonly Message[]
  /** Said before a restart: nobody can change it any more. */
  readonly past: boolean
}
export type Line =
  | Group
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'restart'; readonly key: string; readonly empty: boolean }

/** After so long without a word the same person starts a new group. */
const PAUSE = 5 * 60_000

export function linesOf({ past, messages }: Pick<Room, 'past' | 'messages'>): Line[] {
  const lines: Line[] = []
  let day = ''
  const add = (said: readonly Message[], isPast: boolean) => {
    for (const message of said) {
      const today = new Date(message.at).toDateString()
      if (today !== day) lines.push({ kind: 'day', key: `day ${message.id}`, at: message.at })
      day = today
      put(lines, message, isPast)
    }
  }
  for (const [index, said] of past.entries()) {
    add(said, true)
    lines.push({ kind: 'restart', key: `restart ${index}`, empty: said.length === 0 })
  }
  add(messages, false)
  return lines
}

function put(lines: Line[], message: Message, past: boolean): void {
  const last = lines.at(-1)
  if (last?.kind === 'group' && goesOn(last, message)) {
    lines[lines.length - 1] = { ...last, messages: [...last.messages, message] }
    return
  }
  const { id, by, name, at } = message
  lines.push({ kind: 'group', key: id, by, name, at, messages: [message], past })
}

function goesOn(group: Group, message: Message): boolean {
  const newest = group.messages.at(-1)?.at ?? group.at
  return group.by === message.by && group.name === message.name && message.at - newest < PAUSE
}
