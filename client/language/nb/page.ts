// Det som står på hver side.
import type { Texts } from '../texts.ts'

export const page: Texts['page'] = {
  close: 'Lukk',
  tryAgain: 'Prøv igjen',
  unknownNo: 'Serveren sa nei, og denne siden vet ikke hvorfor. Last den inn på nytt for å få den nyeste.',
  tooOld: 'Denne nettleseren er for gammel',
  aboutTooOld:
    'Presence trenger en nettleser fra 2023 eller nyere. Oppdater denne, eller åpne lenken i en annen.',
}
