// Å lete etter det som er sagt.
import type { Texts } from '../texts.ts'

const found = (count: number) => (count === 1 ? '1 melding' : `${count} meldinger`)

export const search: Texts['search'] = {
  title: 'Søk',
  close: 'Lukk søket',
  words: 'Ord å søke etter',
  tooMany: count => `Søk etter høyst ${count} ord.`,
  looking: 'Søker…',
  lookingFurther: 'Søker lenger tilbake…',
  lookFurther: 'Søk lenger tilbake',
  nothing: 'Ingenting ble funnet.',
  nothingSoFar: 'Ingenting er funnet så langt.',
  found,
  foundSoFar: count => `${found(count)} så langt`,
}
