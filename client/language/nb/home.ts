// Hjemme: å starte et rom, å gå til et, og det som venter der.
import type { Texts } from '../texts.ts'

export const home: Texts['home'] = {
  title: 'Et eget rom, med en gang',
  lead: 'Start et og send lenken. Det trenger verken navn eller konto, og etterlater seg ingenting.',
  start: 'Start et rom',
  accountsOnly: 'Bare folk med konto kan starte rom her. Du kan gå til et med lenken.',
  stillIn: room => ['Du er fortsatt i ', room, '.'],
  goBack: 'Gå tilbake',
  leaveIt: 'Forlat det',
  link: 'Lim inn en lenke eller et rom',
  go: 'Gå',
  nowhere: 'Det fører ikke til noe rom på denne serveren. Lim inn hele lenken du har fått.',
  findPeople: 'Finn folk',
  writeTo: name => `Skriv til ${name}`,
  nobodyFound: 'Ingen med dette navnet deler et rom med navn eller en gruppe med deg.',
  groups: 'Grupper',
  invitations: {
    all: 'Invitasjoner',
    one: 'Invitasjon',
    asks: (name, room) => [`${name} ber deg komme til `, room, '.'],
    goIn: 'Gå inn',
    decline: 'Nei takk',
    later: 'Senere',
  },
  mine: {
    title: 'Rommene dine',
    find: 'Finn et rom',
    notFound: 'Ingen av rommene dine heter det.',
    live: count => (count === 1 ? '1 er i samtale' : `${count} er i samtale`),
    silent: 'Ingenting er sagt ennå',
    file: 'en fil',
    thereNow: names => `${names} er der nå`,
    mentions: count => `${count} nevner deg`,
    unread: count => (count === 1 ? '1 ulest' : `${count} uleste`),
  },
}
