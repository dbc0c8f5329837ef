// Andre folk: hvem som er her, hva man kan gjøre med noen, og grupper.
import type { Texts } from '../texts.ts'

const counted = (count: number) => (count === 1 ? '1 person' : `${count} personer`)

export const people: Texts['people'] = {
  title: 'Deltakere',
  counted,
  show: count => `${counted(count)}, vis`,
  closeList: 'Lukk listen over deltakere',
  you: 'Du',
  away: 'Borte',
  hereNow: 'Her nå',
  inThisRoom: 'I dette rommet nå',
  notHere: 'Ikke her nå',
  about: name => `Om ${name}`,
  whatToDo: name => `Hva du kan gjøre med ${name}`,
  ask: 'Inviter hit',
  askPerson: name => `Inviter ${name} hit`,
  roles: { owner: 'Eier', admin: 'Administrator', member: 'Medlem', service: 'Tjeneste' },
  deeds: {
    makeAdmin: {
      label: 'Gjør til administrator',
      about: 'Kan slippe folk inn, fjerne dem, låse rommet og slette meldinger',
    },
    makeOwner: { label: 'Gjør til eier', about: 'Kan gjøre alt du kan, og kan ikke fjernes' },
    makeGuest: {
      label: 'Ta tilbake administratorrollen',
      about: 'Blir da gjest, som alle andre med lenken',
    },
    kick: { label: 'Fjern', about: 'Er ute med en gang, og kan komme tilbake med lenken' },
    ban: {
      label: 'Utesteng',
      about: 'Er ute med en gang, og kommer ikke tilbake uten å slippes inn igjen i rominnstillingene',
    },
    write: { label: 'Skriv til denne personen', about: 'I et rom for dere to, som blir værende' },
    block: {
      label: 'Blokker',
      about: 'Kan ikke lenger finne deg, invitere deg eller skrive til deg, og får ikke vite det',
    },
    unblock: {
      label: 'Fjern blokkering',
      about: 'Kan finne deg, invitere deg og skrive til deg igjen',
    },
  },
  blocking: {
    title: 'Blokkerte personer',
    about: 'De finner deg ikke og kan ikke skrive til deg. De får ikke vite det.',
    nobody: 'Ingen er blokkert.',
    inRoom: name => `Du har blokkert ${name}. Ingen av dere kan skrive her.`,
    blocked: name => `${name} kan ikke lenger skrive til deg.`,
    unblocked: name => `${name} kan skrive til deg igjen.`,
    unblockPerson: name => `Fjern blokkering av ${name}`,
  },
  beginningOfName: 'Begynnelsen på et navn',
  groups: {
    title: 'Grupper',
    about: 'Folk i en gruppe finner og skriver til hverandre, også når de ikke deler noe rom.',
    byOwner: 'Eieren av denne serveren setter dem sammen.',
    noneYet: 'Det finnes ingen gruppe ennå. Lag den første.',
    none: 'Du er ikke med i noen gruppe.',
    another: 'Ny gruppe',
    make: 'Lag',
    name: 'Navn på gruppen',
    rename: 'Endre navn',
    empty: 'Ingen er med ennå.',
    add: 'Legg til noen',
    addPerson: name => `Legg til ${name}`,
    nobody: 'Ingen med konto her heter det.',
    drop: name => `Ta ${name} ut av gruppen`,
    all: 'Alle grupper',
    remove: 'Fjern gruppen',
    removeTitle: group => `Fjerne ${group}?`,
    aboutRemoving: 'Folkene finner ikke lenger hverandre gjennom den. Rom og det som er sagt der, består.',
    removeYes: 'Fjern den',
  },
}
