// Coming into a room and going out of it, and every end of a way.
import type { Parts } from '../texts.ts'

const ends = {
  'room.removed': {
    title: 'You were removed from this room',
    text: 'Somebody who runs the room took you out. If that was a mistake, ask for the link and come back by it.',
  },
  'room.banned': {
    title: 'You may not come into this room any more',
    text: 'Somebody who runs the room decided so. Other rooms are open to you.',
  },
  'room.closed': {
    title: 'This room was closed',
    text: 'It is over for everybody, and nothing of it was kept.',
  },
  'room.gone': {
    title: 'There is no such room',
    text: 'A room without a name vanishes when the last one leaves, and its link with it. A link can also be revoked. Ask for a new one, or start a room.',
  },
  'room.full': {
    title: 'This room is full',
    text: 'As many people are there as it may hold. Try again when somebody has left.',
  },
  'room.denied': {
    title: 'Nobody let you in this time',
    text: 'You can ask again later, or ask the person who gave you the link.',
  },
  'store.away': {
    title: 'The server cannot reach its memory right now',
    text: 'Your place is kept. This page tries again by itself every few seconds.',
  },
  'server.full': {
    title: 'The server is full',
    text: 'No more rooms can be opened right now. Try again in a while.',
  },
}

/** Of the line to the server. */
const partings = {
  superseded: {
    title: 'This was opened elsewhere',
    text: 'The same page goes on in another tab or window. Nothing is lost.',
    next: 'Use it here',
  },
  'hello.version': {
    title: 'There is a newer version',
    text: 'The server was updated while this page was open. Reload it to go on.',
    next: 'Reload',
  },
  'signin.failed': {
    title: 'That sign-in does not work',
    text: 'It may have expired, or a newer one was made. Ask for a new one, or go on without.',
    next: 'Go on without',
  },
  'session.ended': {
    title: 'You signed out',
    text: 'This page is in no room any more. Come back whenever you like.',
    next: 'Come back',
  },
  'account.ended': {
    title: 'Your account was removed',
    text: 'You are out of all rooms, and what you said there stays. You can go on as a guest.',
    next: 'Go on as a guest',
  },
  'sockets.many': {
    title: 'Too many pages are open',
    text: 'The server takes only so many connections from one place. Close a page and try again.',
  },
}

export const door = {
  invited: 'You are invited',
  before: 'Before you come in',
  comeInAs: (name: string) => `Come in as ${name}`,
  whatName: 'What should the others call you?',
  locked: 'The room is locked: somebody inside will let you in.',
  enter: 'Enter',
  nobodyIsHere: 'Nobody is here yet. You will be the first.',
  isHere: (name: string) => `${name} is here`,
  areHere: (name: string, other: string) => `${name} and ${other} are here`,
  manyAreHere: (name: string, others: number) =>
    `${name} and ${others} ${others === 1 ? 'other' : 'others'} are here`,
  comingIn: 'Coming in…',
  oneMoment: 'One moment.',
  noAnswer: 'The server does not answer',
  aboutNoAnswer:
    'It may be restarting, or your network is down. This page keeps trying and goes on by itself.',
  memoryAway: 'The server cannot reach its memory right now. Try again in a moment.',
  oneByOne: 'This room lets people in one by one',
  aboutOneByOne: 'Somebody inside will see your name and open the door.',
  askingAs: <Thing>(name: Thing): Parts<Thing> => ['You ask as ', name],
  ask: 'Ask to be let in',
  askAgain: 'Ask again',
  notNow: 'Not now',
  waiting: 'You asked to come in',
  whoOpens: (hosts: number) => {
    if (hosts === 0) return 'Nobody who could let you in is there right now.'
    return hosts === 1 ? 'One person can let you in.' : `${hosts} people can let you in.`
  },
  byYourself: 'You come in by yourself as soon as the door opens.',
  stopWaiting: 'Stop waiting',
  ends,
  /** Of a link nobody is told more than that. */
  deadLink: {
    title: 'This link leads nowhere',
    text: 'It may have been used up, have run out or been revoked, or its room is gone. Ask for a new one, or start a room.',
  },
  nowhere: {
    title: 'There is nothing at this address',
    text: 'Perhaps a letter of the link got lost on the way. Ask for it again, or start a room.',
  },
  failed: 'That did not work',
  toStart: 'Go to the start',
  startAgain: 'Start again',
  partings,
  parted: 'The connection has ended',
  farewell: {
    left: (room: string) => `You left ${room}.`,
    leftUnnamed: 'You left the room.',
    leftPair: (name: string) => `You left the room with ${name}.`,
    vanished: 'You were the last one there, so the room is gone. Nothing of it was kept.',
    forGood: (room: string) => `You left ${room} for good.`,
    pairForGood: (name: string) => `${name} is no longer among your rooms, until one of you writes again.`,
    burned: (room: string) => `${room} is burned. Nothing of it was kept.`,
  },
}
