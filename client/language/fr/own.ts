// Ce que chacun règle pour soi.
import type { Texts } from '../texts.ts'

const meant = 'Quand quelqu’un vous mentionne ou n’écrit qu’à vous, et que vous ne regardez pas cette page.'

export const own: Texts['own'] = {
  title: 'Vos réglages',
  inThisBrowser: 'Dans ce navigateur',
  note: 'Ce que vous choisissez ici ne vaut que dans ce navigateur.',
  language: 'Langue',
  browsersLanguage: 'Celle du navigateur',
  theme: 'Thème',
  themes: { system: 'Système', light: 'Clair', dark: 'Sombre' },
  contrast: 'Contraste',
  contrasts: { system: 'Système', more: 'Élevé' },
  sounds: 'Sons',
  aboutSounds: 'Quand quelqu’un attend qu’on lui ouvre, ou vous écrit sans que vous regardiez.',
  notifications: 'Notifications',
  notifying: {
    insecure: 'Impossible ici : les navigateurs ne le permettent qu’en https.',
    unable: 'Impossible ici : ce navigateur ne laisse pas les pages notifier.',
    default: meant,
    denied:
      'Votre navigateur l’interdit à cette page. Autorisez-le dans les réglages du navigateur, puis activez-le ici.',
    granted: meant,
  },
  notifyingIsOn: `C’est activé. ${meant}`,
  notifyingUnanswered:
    'Votre navigateur a posé la question, sans réponse. Activez-le pour qu’il la pose à nouveau.',
  keys: 'Raccourcis d’une seule touche',
  aboutKeys:
    'Comme / pour chercher. À désactiver si vous parlez à votre appareil ou touchez parfois le clavier par mégarde.',
  showKeys: 'Voir tous les raccourcis',
  shortcuts: {
    title: 'Raccourcis',
    off: 'Ceux d’une seule touche sont désactivés dans vos réglages.',
    or: 'ou',
    chapters: {
      anywhere: 'Partout',
      inRoom: 'Dans un salon',
      inCall: 'Dans un appel',
      writing: 'Pendant que vous écrivez',
    },
    does: {
      help: 'Voir cette liste',
      settings: 'Ouvrir vos réglages',
      write: 'Écrire un message',
      search: 'Chercher dans ce qui a été dit',
      newest: 'Aller au message le plus récent',
      people: 'Aller aux personnes',
      share: 'Faire venir du monde',
      next: 'Aller au suivant de vos salons',
      previous: 'Aller au salon précédent',
      talk: 'Parler micro coupé, tant que vous la tenez',
      mic: 'Couper ou rallumer le micro',
      camera: 'Allumer ou éteindre la caméra',
      screen: 'Partager l’écran',
      hand: 'Lever ou baisser la main',
      layout: 'Une autre disposition',
      full: 'Plein écran',
      react: 'Réagir',
      send: 'Envoyer',
      line: 'Commencer une nouvelle ligne',
      edit: 'Modifier ce que vous avez dit en dernier, tant que le champ est vide',
      mention: 'Mentionner quelqu’un',
      leave: 'Quitter le champ pour le message le plus récent',
    },
  },
}
