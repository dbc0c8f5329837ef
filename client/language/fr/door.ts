// Entrer dans un salon et en sortir, et toutes les fins d’un chemin.
import type { Texts } from '../texts.ts'

const ends: Texts['door']['ends'] = {
  'room.removed': {
    title: 'Vous n’êtes plus dans ce salon',
    text: 'Quelqu’un qui gère le salon a choisi de vous exclure. Si c’est une erreur, demandez le lien pour revenir.',
  },
  'room.banned': {
    title: 'Vous ne pouvez plus entrer dans ce salon',
    text: 'Quelqu’un qui gère le salon l’a décidé. D’autres salons vous sont ouverts.',
  },
  'room.closed': {
    title: 'Ce salon a été fermé',
    text: 'Il est fini pour tout le monde, et rien n’en a été gardé.',
  },
  'room.gone': {
    title: 'Ce salon n’existe pas',
    text: 'Un salon sans nom disparaît quand la dernière personne s’en va, et son lien avec lui. Un lien peut aussi être révoqué. Demandez-en un nouveau, ou ouvrez un salon.',
  },
  'room.full': {
    title: 'Ce salon est plein',
    text: 'Il accueille déjà autant de monde qu’il le peut. Réessayez quand quelqu’un sera parti.',
  },
  'room.denied': {
    title: 'Personne ne vous a ouvert cette fois',
    text: 'Vous pouvez redemander plus tard, ou vous adresser à la personne qui vous a donné le lien.',
  },
  'store.away': {
    title: 'Le serveur n’a pas accès à sa mémoire pour le moment',
    text: 'Votre place est gardée. Cette page réessaie d’elle-même toutes les quelques secondes.',
  },
  'server.full': {
    title: 'Le serveur est plein',
    text: 'Aucun autre salon ne peut être ouvert pour le moment. Réessayez un peu plus tard.',
  },
}

const partings: Texts['door']['partings'] = {
  superseded: {
    title: 'Ceci a été ouvert ailleurs',
    text: 'La même page continue dans un autre onglet ou une autre fenêtre. Rien n’est perdu.',
    next: 'Continuer ici',
  },
  'hello.version': {
    title: 'Il y a une version plus récente',
    text: 'Le serveur a été mis à jour pendant que cette page était ouverte. Rechargez-la pour continuer.',
    next: 'Recharger',
  },
  'signin.failed': {
    title: 'Ce lien de connexion ne marche pas',
    text: 'Il a peut-être expiré, ou un plus récent a été créé. Demandez-en un nouveau, ou continuez sans.',
    next: 'Continuer sans',
  },
  'session.ended': {
    title: 'Votre session est fermée',
    text: 'Cette page n’est plus dans aucun salon. Revenez quand vous voulez.',
    next: 'Revenir',
  },
  'account.ended': {
    title: 'Votre compte a été supprimé',
    text: 'Vous n’êtes plus dans aucun salon, et ce que vous y avez dit y reste. Vous pouvez continuer sans compte.',
    next: 'Continuer sans compte',
  },
  'sockets.many': {
    title: 'Trop de pages sont ouvertes',
    text: 'Le serveur n’accepte qu’un certain nombre de connexions d’un même endroit. Fermez une page et réessayez.',
  },
}

export const door: Texts['door'] = {
  invited: 'On vous invite',
  before: 'Avant d’entrer',
  comeInAs: name => `Entrer avec le nom ${name}`,
  whatName: 'Quel nom verront les autres ?',
  locked: 'Le salon est verrouillé : quelqu’un à l’intérieur vous ouvrira.',
  enter: 'Entrer',
  nobodyIsHere: 'Il n’y a encore personne. À vous de commencer.',
  isHere: name => `${name} est là`,
  areHere: (name, other) => `${name} et ${other} sont là`,
  manyAreHere: (name, others) =>
    `${name} et ${others} ${others < 2 ? 'autre personne' : 'autres personnes'} sont là`,
  comingIn: 'Entrée…',
  oneMoment: 'Un instant.',
  noAnswer: 'Le serveur ne répond pas',
  aboutNoAnswer:
    'Il redémarre peut-être, ou votre réseau est coupé. Cette page réessaie et continue d’elle-même.',
  memoryAway: 'Le serveur n’a pas accès à sa mémoire pour le moment. Réessayez dans un instant.',
  oneByOne: 'Ce salon laisse entrer une personne à la fois',
  aboutOneByOne: 'Quelqu’un à l’intérieur verra votre nom et vous ouvrira.',
  askingAs: name => ['Votre nom : ', name],
  ask: 'Demander à entrer',
  askAgain: 'Redemander',
  notNow: 'Pas maintenant',
  waiting: 'Vous avez demandé à entrer',
  whoOpens: hosts => {
    if (hosts === 0) return 'Personne ici ne peut vous ouvrir pour le moment.'
    return hosts === 1 ? 'Une personne peut vous ouvrir.' : `${hosts} personnes peuvent vous ouvrir.`
  },
  byYourself: 'Vous entrerez dès que la porte s’ouvrira.',
  stopWaiting: 'Ne plus attendre',
  ends,
  deadLink: {
    title: 'Ce lien ne mène nulle part',
    text: 'Il a peut-être déjà servi, expiré ou été révoqué, ou son salon n’est plus. Demandez-en un nouveau, ou ouvrez un salon.',
  },
  nowhere: {
    title: 'Il n’y a rien à cette adresse',
    text: 'Une lettre du lien s’est peut-être perdue en route. Redemandez-le, ou ouvrez un salon.',
  },
  failed: 'Cela n’a pas marché',
  toStart: 'Aller à l’accueil',
  startAgain: 'Recommencer',
  partings,
  parted: 'La connexion est terminée',
  farewell: {
    left: room => `Vous avez quitté ${room}.`,
    leftUnnamed: 'Vous avez quitté le salon.',
    leftPair: name => `Vous avez quitté le salon avec ${name}.`,
    vanished: 'Il n’y avait plus que vous, le salon a donc disparu. Rien n’en a été gardé.',
    forGood: room => `Vous avez quitté ${room} pour de bon.`,
    pairForGood: name => `${name} n’est plus dans vos salons, jusqu’à ce que l’un de vous écrive à nouveau.`,
    burned: room => `${room} est brûlé. Rien n’en a été gardé.`,
  },
}
