// Les autres : qui est là, ce qu’on peut faire avec quelqu’un, et les groupes.
import type { Texts } from '../texts.ts'

const counted = (count: number) => (count < 2 ? `${count} personne` : `${count} personnes`)

export const people: Texts['people'] = {
  title: 'Personnes',
  counted,
  show: count => `${counted(count)}, voir`,
  closeList: 'Fermer la liste des personnes',
  you: 'Vous',
  away: 'Hors ligne',
  hereNow: 'Là en ce moment',
  inThisRoom: 'Dans ce salon en ce moment',
  notHere: 'Pas là en ce moment',
  about: name => `À propos de ${name}`,
  whatToDo: name => `Que faire avec ${name}`,
  ask: 'Inviter à venir',
  askPerson: name => `Inviter ${name} à venir`,
  roles: { owner: 'Propriétaire', admin: 'Admin', member: 'Membre', service: 'Service' },
  deeds: {
    makeAdmin: {
      label: 'Nommer admin',
      about: 'Peut faire entrer des gens, les exclure, verrouiller le salon et supprimer des messages',
    },
    makeOwner: {
      label: 'Nommer propriétaire',
      about: 'Peut faire tout ce que vous pouvez ; personne ne peut l’exclure',
    },
    makeGuest: {
      label: 'Retirer le rôle d’admin',
      about: 'Revient au rang d’invité, comme quiconque a le lien',
    },
    kick: { label: 'Exclure', about: 'Sort aussitôt, et peut revenir par le lien' },
    ban: {
      label: 'Bannir',
      about: 'Sort aussitôt, et ne peut revenir avant sa réadmission dans les réglages du salon',
    },
    write: { label: 'Écrire à cette personne', about: 'Dans un salon pour vous deux, qui reste' },
    block: {
      label: 'Bloquer',
      about: 'Ne peut plus vous trouver, vous inviter ni vous écrire, et n’en saura rien',
    },
    unblock: { label: 'Débloquer', about: 'Peut à nouveau vous trouver, vous inviter et vous écrire' },
  },
  blocking: {
    title: 'Personnes bloquées',
    about: 'Elles ne vous trouvent pas et ne peuvent pas vous écrire. Elles n’en savent rien.',
    nobody: 'Personne n’est bloqué.',
    inRoom: name => `Vous avez bloqué ${name}. Aucun de vous deux ne peut écrire ici.`,
    blocked: name => `${name} ne peut plus vous écrire.`,
    unblocked: name => `${name} peut à nouveau vous écrire.`,
    unblockPerson: name => `Débloquer ${name}`,
  },
  beginningOfName: 'Début d’un nom',
  groups: {
    title: 'Groupes',
    about: 'Les membres d’un groupe se trouvent et s’écrivent, même sans salon en commun.',
    byOwner: 'Le propriétaire de ce serveur les compose.',
    noneYet: 'Il n’y a pas encore de groupe. Créez le premier.',
    none: 'Vous n’êtes dans aucun groupe.',
    another: 'Nouveau groupe',
    make: 'Créer',
    name: 'Nom du groupe',
    rename: 'Renommer',
    empty: 'Personne n’en fait encore partie.',
    add: 'Ajouter quelqu’un',
    addPerson: name => `Ajouter ${name}`,
    nobody: 'Aucun compte ici ne porte ce nom.',
    drop: name => `Retirer ${name} du groupe`,
    all: 'Tous les groupes',
    remove: 'Supprimer le groupe',
    removeTitle: group => `Supprimer ${group} ?`,
    aboutRemoving: 'Il ne réunit plus ses membres. Les salons et ce qui s’y est dit restent.',
    removeYes: 'Supprimer',
  },
}
