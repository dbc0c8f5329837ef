// Ce qu’apprend celui qui ne regarde pas.
import type { Texts } from '../texts.ts'

export const tidings: Texts['tidings'] = {
  wrote: 'vous a écrit',
  manyFrom: (count, name) => `${name} : ${count} messages`,
  byIn: (name, room) => `${name} dans ${room}`,
  manyIn: (count, room) => `${count} messages pour vous dans ${room}`,
  wroteElsewhere: name => `${name} vous a écrit.`,
  read: 'Lire',
}
