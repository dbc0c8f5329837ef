// A room: its top, its settings, who waits at its door, and the ways out of it.
import type { Parts } from '../texts.ts'

export const room = {
  talk: 'Talk',
  share: 'Share',
  lock: 'Lock the room',
  isLocked: 'Locked: people ask to be let in',
  isOpen: 'Open: everybody with the link comes in',
  settings: 'Room settings',
  leave: 'Leave the room',
  topic: {
    vanishes: 'Will vanish',
    whenEmpty: 'when empty',
    stays: 'Stays when everybody leaves',
    staysByName: 'With a name it stays',
    wanted: 'Say what it is about',
    label: 'What the room is about',
    question: 'What is it about?',
  },
  naming: {
    title: 'Give the room a name',
    about:
      'With a name it stays, also when everybody leaves: what was said so far and from now on, its people and its links.',
    otherTitle: 'Another name',
    aboutOther: 'Everybody in the room sees it.',
    label: 'Name of the room',
    name: 'Name it',
    rename: 'Rename',
  },
  leaving: {
    title: (room: string) => `Leave ${room}?`,
    goHome: 'Go home',
    aboutHome: 'It stays in your rooms, and what is said meanwhile waits for you.',
    forGood: 'Leave for good',
    after: {
      stays: 'You belong to it no more, and come back only by a link.',
      inherited: 'You belong to it no more. Somebody else becomes its owner.',
      burned: 'Nobody else belongs to it: the room and everything that was said in it are gone.',
      pair: 'It is no longer among your rooms, until one of you writes again.',
    },
    lastTitle: 'Leave and let the room vanish?',
    aboutLast:
      'You are the last one here. When you leave, the room and everything that was said in it are gone.',
    yes: 'Leave',
    no: 'Stay',
  },
  burning: {
    burn: 'Burn this room',
    about: 'It is over for everybody: nothing of it is kept.',
    title: (room: string) => `Burn ${room}?`,
    warning: 'Everybody is out at once. Nothing that was said in it is kept, and nothing brings it back.',
    yes: 'Burn it',
  },
  nameless: 'It has no name',
  aboutNameless: 'It vanishes when the last one leaves. With a name it stays.',
  aboutNamed: 'Its name. It stays, also when everybody leaves.',
  about: 'What it is about',
  aboutAbout: 'Everybody reads it at the top of the room.',
  aboutLock:
    'Whoever has the link must ask, and somebody who runs the room lets them in. A link for one person opens it all the same.',
  guestsInvite: 'Guests may make links, too',
  aboutGuestsInvite:
    'Each guest can make links for other guests. Otherwise only members and those who run the room can.',
  limit: 'How many people may be in',
  aboutLimit:
    'When as many are in, nobody else can come in until somebody leaves. Empty: as many as the server allows.',
  banned: {
    title: 'Banned people',
    about: 'They can neither come in nor ask to. Who is let in again comes back by a link.',
    nobody: 'Nobody is banned. Who is can neither come in nor ask to.',
    since: (when: string) => `Since ${when}`,
    letInAgain: 'Let in again',
    letPersonInAgain: (name: string) => `Let in again: ${name}`,
  },
  knocks: {
    title: 'At the door',
    wantsIn: <Thing>(who: Thing): Parts<Thing> => [who, ' would like to come in'],
    letIn: 'Let in',
    notNow: 'Not now',
  },
}
