// Qui est en direct dans un salon, et comment les rejoindre.
import type { Texts } from '../texts.ts'

export const live: Texts['live'] = {
  title: 'En direct',
  go: 'Passer en direct',
  join: 'Rejoindre l’appel',
  who: (names, count) => `${names} ${count === 1 ? 'est' : 'sont'} en direct`,
  since: time => `depuis ${time}`,
}
