// Ce qui se trouve sur chaque page.
import type { Texts } from '../texts.ts'

export const page: Texts['page'] = {
  more: 'Plus',
  close: 'Fermer',
  tryAgain: 'Réessayer',
  cancel: 'Annuler',
  keep: 'Garder',
  save: 'Enregistrer',
  saved: 'Enregistré',
  reload: 'Recharger la page',
  openInWindow: 'Ouvrir dans une fenêtre',
  unnamed: 'Salon sans nom',
  saidBy: (name, text) => `${name} : ${text}`,
  goBackIn: 'Y retourner',
  reconnecting: 'Reconnexion…',
  reconnectingInside: 'Reconnexion… votre place est gardée',
  stillTrying: 'Le serveur ne répond toujours pas.',
  broken: 'Cette page a rencontré un problème',
  aboutBroken: 'Votre place est gardée, et ce qui a été dit aussi. Rechargez la page pour continuer.',
  somebody: 'Quelqu’un',
  unknownNo:
    'Le serveur a dit non, et cette page ne sait pas pourquoi. Rechargez-la pour obtenir la plus récente.',
  tooOld: 'Ce navigateur est trop ancien',
  aboutTooOld:
    'Presence demande un navigateur de 2023 ou plus récent. Mettez celui-ci à jour, ou ouvrez le lien dans un autre.',
}
