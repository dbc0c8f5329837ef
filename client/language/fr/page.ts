// Ce qui se trouve sur chaque page.
import type { Texts } from '../texts.ts'

export const page: Texts['page'] = {
  close: 'Fermer',
  tryAgain: 'Réessayer',
  unknownNo:
    'Le serveur a dit non, et cette page ne sait pas pourquoi. Rechargez-la pour obtenir la plus récente.',
  tooOld: 'Ce navigateur est trop ancien',
  aboutTooOld:
    'Presence demande un navigateur de 2023 ou plus récent. Mettez celui-ci à jour, ou ouvrez le lien dans un autre.',
}
