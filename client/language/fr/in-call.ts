// Ce qu’on fait dans un appel au-delà de sa barre, et avec ses tuiles.
import type { CallTexts } from '../texts.ts'

export const more: CallTexts['more'] = {
  title: 'Options de l’appel',
  look: 'L’apparence de l’appel',
  layout: 'Disposition',
  layouts: { grid: 'Tous égaux', speaker: 'Qui parle est en grand' },
  share: {
    about:
      'Les autres voient une fenêtre, un onglet ou tout votre écran, et en entendent le son si vous voulez',
  },
  full: { label: 'Plein écran', about: 'L’appel seul à l’écran' },
  notFull: { label: 'Quitter le plein écran', about: 'La discussion et les personnes reviennent à côté' },
}

export const tile: CallTexts['tile'] = {
  makeLarge: name => `Agrandir : ${name}`,
  makeSmall: name => `Réduire : ${name}`,
  options: name => `Options : ${name}`,
  volume: 'Volume',
  muteForMe: { label: 'Couper pour moi', about: 'Vous seul ne l’entendez plus, et personne n’en sait rien.' },
  inPicture: { label: 'Image dans l’image', about: 'Reste visible au-dessus des autres fenêtres' },
}

export const selfView: CallTexts['selfView'] = {
  see: { label: 'Se voir', about: 'Les autres vous voient quand même, tant que votre caméra est allumée.' },
  mirror: { label: 'Comme dans un miroir', about: 'Vous vous voyez ainsi. Les autres vous voient tel quel.' },
}

export const hand: CallTexts['hand'] = {
  raise: 'Lever la main',
  lower: 'Baisser la main',
  isUp: turn => `Main levée, numéro ${turn}`,
}

export const reactions: CallTexts['reactions'] = {
  title: 'Réagir',
  names: ['Pouce levé', 'Cœur', 'Rire', 'Fête', 'Applaudissements', 'Surprise'],
}
