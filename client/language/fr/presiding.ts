// Tenir un appel, et ce qu’il en est de qui s’y trouve.
import type { CallTexts } from '../texts.ts'

export const orders: CallTexts['orders'] = {
  mute: { label: 'Couper son micro', about: 'Peut le rallumer' },
  stopCamera: { label: 'Éteindre sa caméra', about: 'Peut la rallumer' },
  stopShare: { label: 'Arrêter son partage', about: 'Peut partager à nouveau' },
  lower: { label: 'Baisser sa main', about: 'C’est alors au suivant' },
  remove: { label: 'Retirer de l’appel', about: 'Reste dans le salon, et peut revenir dans l’appel' },
  muteAll: { label: 'Couper tous les micros', about: 'Sauf le vôtre. Chacun peut rallumer le sien' },
  lowerAll: { label: 'Baisser toutes les mains', about: 'Plus personne n’attend de parler' },
}

export const ofRoom: CallTexts['ofRoom'] = {
  title: 'Appels',
  lock: {
    label: 'Verrouiller l’appel',
    about: 'Seuls ceux qui tiennent le salon peuvent rejoindre. Qui y est reste.',
  },
  hide: {
    label: 'Cacher l’adresse de chacun',
    about:
      'Qui rejoint désormais n’apprend plus où sont les autres : tout passe par un relais, si ce serveur en a un. Ce peut être plus lent.',
  },
}

export const stopped: CallTexts['stopped'] = {
  mic: name => `${name} a coupé votre micro.`,
  camera: name => `${name} a éteint votre caméra.`,
  share: name => `${name} a arrêté votre partage.`,
}

export const signs: CallTexts['signs'] = {
  live: 'En direct',
  muted: 'En direct, micro coupé',
  shares: 'Partage son écran',
}
