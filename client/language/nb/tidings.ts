// Det en får vite når en ikke ser på.
import type { Texts } from '../texts.ts'

export const tidings: Texts['tidings'] = {
  wrote: 'har skrevet til deg',
  manyFrom: (count, name) => `${count} meldinger fra ${name}`,
  byIn: (name, room) => `${name} i ${room}`,
  manyIn: (count, room) => `${count} meldinger til deg i ${room}`,
  wroteElsewhere: name => `${name} har skrevet til deg.`,
  read: 'Les',
}
