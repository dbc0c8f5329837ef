// Det en gjør i en samtale utenom knapperaden, og med rutene.
import type { CallTexts } from '../texts.ts'

export const more: CallTexts['more'] = {
  title: 'Valg for samtalen',
  look: 'Hvordan samtalen ser ut',
  layout: 'Visning',
  layouts: { grid: 'Alle like store', speaker: 'Den som snakker, er stor' },
  share: { about: 'De andre ser et vindu, en fane eller hele skjermen din, og hører lyden om du vil' },
  full: { label: 'Fullskjerm', about: 'Bare samtalen på skjermen' },
  notFull: { label: 'Avslutt fullskjerm', about: 'Chatten og folkene er ved siden av samtalen igjen' },
}

export const tile: CallTexts['tile'] = {
  makeLarge: name => `Gjør stor: ${name}`,
  makeSmall: name => `Gjør liten: ${name}`,
  options: name => `Valg: ${name}`,
  volume: 'Lydstyrke',
  muteForMe: { label: 'Demp for meg', about: 'Bare du hører det ikke, og ingen får vite det.' },
  inPicture: { label: 'Bilde i bilde', about: 'Synlig over andre vinduer' },
}

export const selfView: CallTexts['selfView'] = {
  see: { label: 'Se deg selv', about: 'De andre ser deg uansett så lenge kameraet er på.' },
  mirror: { label: 'Som i et speil', about: 'Slik ser du deg selv. De andre ser deg som du er.' },
}

export const hand: CallTexts['hand'] = {
  raise: 'Rekk opp hånden',
  lower: 'Ta ned hånden',
  isUp: turn => `Hånden er oppe, nummer ${turn}`,
}

export const reactions: CallTexts['reactions'] = {
  title: 'Reager',
  names: ['Tommel opp', 'Hjerte', 'Ler', 'Feirer', 'Applaus', 'Overrasket'],
}
