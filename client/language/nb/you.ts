// Hvem en er: navnet til en gjest, og profilen til en konto.
import type { Texts } from '../texts.ts'

export const you: Texts['you'] = {
  you: 'Deg',
  seenAs: 'De andre ser deg som',
  signedInAs: name => `Du er logget inn som ${name}.`,
  profile: 'Profilen din',
  name: 'Navnet ditt',
  nameElsewhere: 'Det kommer derfra du logger inn, og endres der.',
  about: 'Om deg',
  aboutIs: 'En linje som de andre kan lese',
  picture: {
    title: 'Et bilde av deg',
    choose: 'Velg et bilde',
    remove: 'Fjern det',
    unreadable: 'Denne filen kan ikke vises som et bilde. Velg en annen.',
  },
  device: {
    title: 'Logg inn på en annen enhet',
    show: 'Vis en innloggingslenke',
    link: 'Innloggingslenken din',
    about: 'Den som åpner denne lenken, er deg i en uke. Den gjør den forrige ugyldig.',
  },
  signOut: 'Logg ut',
  aboutSignOut: 'For å komme tilbake trenger du en innloggingslenke.',
  signOutHere: 'I denne nettleseren',
  signOutEverywhere: 'Overalt',
}
