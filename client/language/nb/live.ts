// Hvem som er direkte i et rom, og å bli med dem.
import type { Texts } from '../texts.ts'

export const live: Texts['live'] = {
  title: 'Direkte',
  go: 'Start samtale',
  join: 'Bli med',
  who: names => `${names} er i samtale`,
  since: time => `siden ${time}`,
}
