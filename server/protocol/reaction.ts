// Reactions to a message: which there are, and by whom. Free of zod, because the client imports it.
import type { PersonId } from './id.ts'

export interface Reaction {
  emoji: string
  by: PersonId[]
}

export interface Reacting {
  readonly by: PersonId
  readonly emoji: string
  readonly on: boolean
}

/** Different ones that a message takes, and all in all. */
export const MOST_EMOJI = 20
export const MOST_REACTIONS = 1000

export const hasReacted = (reactions: readonly Reaction[] = [], { by, emoji }: Omit<Reacting, 'on'>) =>
  reactions.some(reaction => reaction.emoji === emoji && reaction.by.includes(by))

/** With one given or taken back; the same again changes nothing. */
export function react(reactions: readonly Reaction[] = [], reacting: Reacting): Reaction[] {
  const { by, emoji, on } = reacting
  if (hasReacted(reactions, reacting) === on) return [...reactions]
  if (on && !reactions.some(reaction => reaction.emoji === emoji)) return [...reactions, { emoji, by: [by] }]
  return reactions
    .map(reaction => (reaction.emoji === emoji ? { emoji, by: changed(reaction.by, by, on) } : reaction))
    .filter(reaction => reaction.by.length > 0)
}

const changed = (people: readonly PersonId[], person: PersonId, on: boolean) =>
  on ? [...people, person] : people.filter(one => one !== person)
