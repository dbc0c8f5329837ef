// Qui l’on est : le nom d’un invité, le profil d’un compte.
import type { Texts } from '../texts.ts'

export const you: Texts['you'] = {
  you: 'Vous',
  seenAs: 'Les autres vous voient sous le nom',
  signedInAs: name => `Votre compte : ${name}`,
  profile: 'Votre profil',
  name: 'Votre nom',
  nameElsewhere: 'Il vient de là où vous vous connectez, et se change là-bas.',
  about: 'À votre sujet',
  aboutIs: 'Une ligne que les autres peuvent lire',
  picture: {
    title: 'Une image de vous',
    choose: 'Choisir une image',
    remove: 'L’enlever',
    unreadable: 'Ce fichier ne peut s’afficher comme image. Choisissez-en un autre.',
  },
  device: {
    title: 'Se connecter sur un autre appareil',
    show: 'Voir un lien de connexion',
    link: 'Votre lien de connexion',
    about: 'Qui ouvre ce lien est vous, pendant une semaine. Il annule le précédent.',
  },
  signOut: 'Se déconnecter',
  aboutSignOut: 'Pour revenir, il vous faudra un lien de connexion.',
  signOutHere: 'Dans ce navigateur',
  signOutEverywhere: 'Partout',
}
