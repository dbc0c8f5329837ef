// Chercher dans ce qui a été dit.
import type { Texts } from '../texts.ts'

const found = (count: number) => (count < 2 ? `${count} message trouvé` : `${count} messages trouvés`)

export const search: Texts['search'] = {
  title: 'Recherche',
  close: 'Fermer la recherche',
  words: 'Mots à chercher',
  tooMany: count => `Cherchez au plus ${count} mots.`,
  looking: 'Recherche…',
  lookingFurther: 'Recherche plus loin…',
  lookFurther: 'Chercher plus loin',
  nothing: 'Rien n’a été trouvé.',
  nothingSoFar: 'Rien n’a été trouvé jusqu’ici.',
  found,
  foundSoFar: count => `${found(count)} jusqu’ici`,
}
