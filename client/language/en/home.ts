// Home: starting a room, going to one, and what waits there.
import type { Parts } from '../texts.ts'

export const home = {
  title: 'A room of your own, right away',
  lead: 'Start one and send the link. It needs no name and no account, and leaves nothing behind.',
  start: 'Start a room',
  accountsOnly: 'Only people with an account may start rooms here. You can go to one by its link.',
  stillIn: <Thing>(room: Thing): Parts<Thing> => ['You are still in ', room, '.'],
  goBack: 'Return',
  leaveIt: 'Leave it',
  link: 'Paste a link or a room',
  go: 'Go',
  nowhere: 'That leads to no room on this server. Paste the whole link that you were given.',
  findPeople: 'Find people',
  writeTo: (name: string) => `Write to ${name}`,
  nobodyFound: 'Nobody of this name shares a named room or a group with you.',
  groups: 'Groups',
  invitations: {
    all: 'Invitations',
    one: 'Invitation',
    asks: <Thing>(name: string, room: Thing): Parts<Thing> => [`${name} asks you to come to `, room, '.'],
    goIn: 'Go in',
    decline: 'No, thanks',
    later: 'Later',
  },
  mine: {
    title: 'Your rooms',
    find: 'Find a room',
    notFound: 'None of your rooms is called so.',
    live: (count: number) => (count === 1 ? '1 person is live' : `${count} people are live`),
    silent: 'Nothing was said yet',
    file: 'a file',
    thereNow: (names: string) => `${names} there now`,
    mentions: (count: number) => (count === 1 ? '1 mentions you' : `${count} mention you`),
    unread: (count: number) => `${count} unread`,
  },
}
