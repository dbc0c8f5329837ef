// Un salon : son en-tête, ses réglages, qui attend à sa porte, et comment en sortir.
import type { Texts } from '../texts.ts'

export const room: Texts['room'] = {
  talk: 'Conversation',
  share: 'Partager',
  lock: 'Verrouiller le salon',
  isLocked: 'Verrouillé : on demande à entrer',
  isOpen: 'Ouvert : on entre avec le lien',
  settings: 'Réglages du salon',
  leave: 'Quitter le salon',
  topic: {
    vanishes: 'Disparaît',
    whenEmpty: 'une fois vide',
    stays: 'Reste quand tout le monde part',
    staysByName: 'Avec un nom, il reste',
    wanted: 'Dire de quoi il s’agit',
    label: 'Le sujet du salon',
    question: 'De quoi s’agit-il ?',
  },
  naming: {
    title: 'Donner un nom au salon',
    about:
      'Avec un nom, il reste, même quand tout le monde part : ce qui s’y est dit et s’y dira, ses membres et ses liens.',
    otherTitle: 'Un autre nom',
    aboutOther: 'Tout le monde le voit dans le salon.',
    label: 'Nom du salon',
    name: 'Nommer',
    rename: 'Renommer',
  },
  leaving: {
    title: room => `Quitter ${room} ?`,
    goHome: 'Aller à l’accueil',
    aboutHome: 'Il reste parmi vos salons, et ce qui s’y dit entre-temps vous attend.',
    forGood: 'Quitter pour de bon',
    after: {
      stays: 'Vous n’en faites plus partie, et n’y revenez que par un lien.',
      inherited: 'Vous n’en faites plus partie. Quelqu’un d’autre en devient propriétaire.',
      burned: 'Personne d’autre n’en fait partie : le salon et tout ce qui s’y est dit disparaissent.',
      pair: 'Il n’est plus parmi vos salons, jusqu’au prochain message entre vous.',
    },
    lastTitle: 'Partir et laisser le salon disparaître ?',
    aboutLast:
      'Il ne reste que vous ici. Quand vous partez, le salon et tout ce qui s’y est dit disparaissent.',
    yes: 'Partir',
    no: 'Rester',
  },
  burning: {
    burn: 'Brûler ce salon',
    about: 'C’est fini pour tout le monde : rien n’en est gardé.',
    title: room => `Brûler ${room} ?`,
    warning:
      'Tout le monde sort aussitôt. Rien de ce qui s’y est dit n’est gardé, et rien ne le fait revenir.',
    yes: 'Brûler',
  },
  nameless: 'Il n’a pas de nom',
  aboutNameless: 'Il disparaît quand la dernière personne part. Avec un nom, il reste.',
  aboutNamed: 'Son nom. Le salon reste, même quand tout le monde part.',
  about: 'De quoi il s’agit',
  aboutAbout: 'Tout le monde le lit en haut du salon.',
  aboutLock:
    'Quiconque a le lien doit demander, et quelqu’un qui gère le salon ouvre. Un lien pour une seule personne l’ouvre quand même.',
  guestsInvite: 'Les invités aussi créent des liens',
  aboutGuestsInvite:
    'Chaque invité peut créer des liens pour d’autres invités. Sinon, seuls le peuvent les membres et ceux qui gèrent le salon.',
  limit: 'Nombre de personnes au plus',
  aboutLimit:
    'Quand il est atteint, plus personne n’entre avant que quelqu’un parte. Vide : autant que le serveur le permet.',
  banned: {
    title: 'Personnes bannies',
    about:
      'Elles ne peuvent ni entrer ni demander à entrer. Une fois réadmise, une personne revient par un lien.',
    nobody: 'Personne n’est banni. Quiconque l’est ne peut ni entrer ni demander à entrer.',
    since: when => `Depuis : ${when}`,
    letInAgain: 'Réadmettre',
    letPersonInAgain: name => `Réadmettre ${name}`,
  },
  knocks: {
    title: 'À la porte',
    wantsIn: who => [who, ' aimerait entrer'],
    letIn: 'Faire entrer',
    notNow: 'Pas maintenant',
  },
}
