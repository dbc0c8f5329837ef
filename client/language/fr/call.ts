// Être dans un appel : choisir ses appareils, les tuiles et les boutons.
import type { CallTexts } from '../texts.ts'
import { hand, more, reactions, selfView, tile } from './in-call.ts'
import { network } from './network.ts'
import { ofRoom, orders, signs, stopped } from './presiding.ts'

export const call: CallTexts = {
  prejoin: {
    title: 'Rejoindre l’appel',
    join: 'Rejoindre',
    watch: 'Juste regarder',
    cameraOff: 'Votre caméra est éteinte',
    devices: 'Appareils',
    microphone: 'Micro',
    camera: 'Caméra',
    speaker: 'Haut-parleur',
    test: 'Tester le son',
    level: 'Le volume de votre voix',
    hide: 'Cacher mon adresse',
    aboutHide: 'Les autres voient celle d’un relais. Ce peut être plus lent.',
  },
  trouble: {
    mic: {
      denied:
        'Votre navigateur ne laisse pas cette page utiliser le micro. Les autres ne vous entendent pas. Autorisez-le à côté de l’adresse, puis rallumez-le.',
      system:
        'L’ordinateur lui-même refuse le micro à ce navigateur. Ouvrez ses réglages de confidentialité et autorisez-le là.',
      missing: 'Aucun micro trouvé. Branchez-en un, ou venez sans.',
      busy: 'Un autre programme tient le micro. Fermez-le et réessayez.',
      insecure: 'Les navigateurs ne donnent un micro qu’aux pages en https. Ici, vous pouvez écrire.',
      frame: 'La page autour de ce salon n’a pas transmis le droit au micro. Ouvrez le salon seul.',
      unable: 'Ce navigateur n’a pas de micro à donner. Vous pouvez regarder et écouter.',
    },
    camera: {
      denied:
        'Votre navigateur ne laisse pas cette page utiliser la caméra. Les autres ne vous voient pas. Autorisez-la à côté de l’adresse, puis rallumez-la.',
      system:
        'L’ordinateur lui-même refuse la caméra à ce navigateur. Ouvrez ses réglages de confidentialité et autorisez-la là.',
      missing: 'Aucune caméra trouvée. Branchez-en une, ou venez sans.',
      busy: 'Un autre programme tient la caméra. Fermez-le et réessayez.',
      insecure: 'Les navigateurs ne donnent une caméra qu’aux pages en https. Ici, vous pouvez écrire.',
      frame: 'La page autour de ce salon n’a pas transmis le droit à la caméra. Ouvrez le salon seul.',
      unable: 'Ce navigateur n’a pas de caméra à donner. Vous pouvez regarder et écouter.',
    },
    share: {
      denied: 'Votre navigateur ne laisse pas cette page montrer votre écran.',
      system:
        'L’ordinateur lui-même refuse l’écran à ce navigateur. Ouvrez ses réglages de confidentialité et autorisez-le là.',
      missing: 'Il n’y a pas d’écran à montrer.',
      busy: 'L’écran ne peut être montré pour le moment. Réessayez.',
      insecure: 'Les navigateurs ne montrent un écran que depuis une page en https.',
      frame:
        'La page autour de ce salon n’a pas transmis le droit de montrer un écran. Ouvrez le salon seul.',
      unable: 'Ce navigateur ne peut pas montrer d’écran. Essayez-en un autre, ou un autre appareil.',
    },
  },
  stage: 'Les personnes en direct',
  controls: 'Appel',
  mute: 'Couper le micro',
  unmute: 'Rallumer le micro',
  cameraOn: 'Allumer la caméra',
  cameraOff: 'Éteindre la caméra',
  share: 'Partager l’écran',
  stopShare: 'Arrêter le partage',
  leave: 'Quitter l’appel',
  you: 'Vous',
  muted: 'Micro coupé',
  away: 'La connexion est perdue',
  connecting: 'Connexion…',
  silent: 'Image et son sont interrompus. On cherche un autre chemin…',
  screenOf: name => `Écran de ${name}`,
  yourScreen: 'Votre écran, tel que les autres le voient',
  duration: 'Durée de l’appel',
  more,
  tile,
  network,
  silentMic: device => `Rien ne vient de ${device || 'ce micro'}. Est-il coupé par son propre bouton ?`,
  youAreMuted: 'Votre micro est coupé : les autres ne vous entendent pas.',
  selfView,
  hand,
  reactions,
  orders,
  ofRoom,
  stopped,
  signs,
  hear: 'Cliquez pour entendre les autres',
}
