// Det som står på hver side.
import type { Texts } from '../texts.ts'

export const page: Texts['page'] = {
  more: 'Mer',
  close: 'Lukk',
  tryAgain: 'Prøv igjen',
  cancel: 'Avbryt',
  keep: 'Behold',
  save: 'Lagre',
  saved: 'Lagret',
  reload: 'Last siden på nytt',
  openInWindow: 'Åpne i et vindu',
  unnamed: 'Rom uten navn',
  saidBy: (name, text) => `${name}: ${text}`,
  goBackIn: 'Gå inn igjen',
  reconnecting: 'Kobler til igjen…',
  reconnectingInside: 'Kobler til igjen… plassen din er holdt av',
  stillTrying: 'Prøver fortsatt å nå serveren.',
  broken: 'Noe gikk galt på denne siden',
  aboutBroken: 'Plassen din er holdt av, og det som er sagt også. Last siden på nytt for å fortsette.',
  somebody: 'Noen',
  unknownNo: 'Serveren sa nei, og denne siden vet ikke hvorfor. Last den inn på nytt for å få den nyeste.',
  tooOld: 'Denne nettleseren er for gammel',
  aboutTooOld:
    'Presence trenger en nettleser fra 2023 eller nyere. Oppdater denne, eller åpne lenken i en annen.',
}
