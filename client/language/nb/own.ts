// Det hver og en stiller inn for seg selv.
import type { Texts } from '../texts.ts'

const meant = 'Når noen nevner deg eller skriver bare til deg, og du ikke ser på denne siden.'

export const own: Texts['own'] = {
  title: 'Dine innstillinger',
  inThisBrowser: 'I denne nettleseren',
  note: 'Det du velger her, gjelder bare i denne nettleseren.',
  language: 'Språk',
  browsersLanguage: 'Nettleserens',
  theme: 'Tema',
  themes: { system: 'System', light: 'Lyst', dark: 'Mørkt' },
  contrast: 'Kontrast',
  contrasts: { system: 'System', more: 'Høy' },
  sounds: 'Lyder',
  aboutSounds: 'Når noen venter på å slippe inn, eller skriver til deg mens du ikke ser på.',
  notifications: 'Varsler',
  notifying: {
    insecure: 'Ikke mulig her: nettlesere tillater det bare over https.',
    unable: 'Ikke mulig her: denne nettleseren lar ikke sider varsle.',
    default: meant,
    denied:
      'Nettleseren din forbyr det for denne siden. Tillat det i nettleserens innstillinger, og slå det så på her.',
    granted: meant,
  },
  notifyingIsOn: `Det er på. ${meant}`,
  notifyingUnanswered: 'Nettleseren din har spurt og ikke fått svar. Slå det på for å bli spurt igjen.',
  keys: 'Hurtigtaster med én tast',
  aboutKeys:
    'Som / for å søke. Den som snakker til enheten sin, eller treffer taster ved et uhell, slår dem av.',
  showKeys: 'Vis alle hurtigtaster',
  shortcuts: {
    title: 'Hurtigtaster',
    off: 'De med én tast er slått av i innstillingene dine.',
    or: 'eller',
    chapters: { anywhere: 'Overalt', inRoom: 'I et rom', inCall: 'I en samtale', writing: 'Mens du skriver' },
    does: {
      help: 'Vis denne listen',
      settings: 'Åpne innstillingene dine',
      write: 'Skriv en melding',
      search: 'Søk i det som er sagt',
      newest: 'Gå til den nyeste meldingen',
      people: 'Gå til deltakerne',
      share: 'Hent folk inn',
      next: 'Gå til det neste av rommene dine',
      previous: 'Gå til rommet før det',
      talk: 'Snakk mens du er dempet, så lenge du holder den nede',
      mic: 'Demp eller slå på lyden',
      camera: 'Slå kameraet av eller på',
      screen: 'Del skjermen',
      hand: 'Rekk opp eller ta ned hånden',
      layout: 'En annen visning',
      full: 'Fullskjerm',
      react: 'Reager',
      send: 'Send',
      line: 'Begynn på en ny linje',
      edit: 'Rediger det du sa sist, mens feltet er tomt',
      mention: 'Nevn noen',
      leave: 'Forlat feltet og gå til den nyeste meldingen',
    },
  },
}
