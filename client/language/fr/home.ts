// L’accueil : ouvrir un salon, aller dans un autre, et ce qui y attend.
import type { Texts } from '../texts.ts'

export const home: Texts['home'] = {
  title: 'Un salon rien qu’à vous, tout de suite',
  lead: 'Ouvrez-en un et envoyez le lien. Il ne demande ni nom ni compte, et ne laisse rien derrière lui.',
  start: 'Ouvrir un salon',
  accountsOnly:
    'Seules les personnes ayant un compte peuvent ouvrir des salons ici. Un lien vous mène à l’un d’eux.',
  stillIn: room => ['Vous êtes toujours dans ', room, '.'],
  goBack: 'Revenir',
  leaveIt: 'Le quitter',
  link: 'Collez un lien ou un salon',
  go: 'Aller',
  nowhere: 'Cela ne mène à aucun salon de ce serveur. Collez en entier le lien qu’on vous a donné.',
  findPeople: 'Trouver quelqu’un',
  writeTo: name => `Écrire à ${name}`,
  nobodyFound: 'Personne de ce nom ne partage avec vous un salon nommé ou un groupe.',
  groups: 'Groupes',
  invitations: {
    all: 'Invitations',
    one: 'Invitation',
    asks: (name, room) => [`${name} vous invite à venir dans `, room, '.'],
    goIn: 'Y aller',
    decline: 'Non merci',
    later: 'Plus tard',
  },
  mine: {
    title: 'Vos salons',
    find: 'Trouver un salon',
    notFound: 'Aucun de vos salons ne s’appelle ainsi.',
    live: count => (count < 2 ? `${count} personne en direct` : `${count} personnes en direct`),
    silent: 'Rien n’a encore été dit',
    file: 'un fichier',
    thereNow: names => `Là maintenant : ${names}`,
    mentions: count => (count < 2 ? `${count} vous mentionne` : `${count} vous mentionnent`),
    unread: count => (count < 2 ? `${count} non lu` : `${count} non lus`),
  },
}
