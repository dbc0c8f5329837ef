// A fact as it is kept: what was said, and what an edit put in its place, stands in the message and not here.
import type { Noted, Numbered } from './store.ts'

/** An edit is still to be told what it replaces. */
export function noteOf(fact: Numbered): Noted {
  if (fact.type === 'chat.said')
    return { type: fact.type, id: fact.id, seq: fact.seq, message: fact.message.id }
  if (fact.type !== 'chat.edited') return fact
  const { text: _text, ...note } = fact
  return note
}
