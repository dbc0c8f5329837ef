// Å gå inn i et rom og ut av det, og hver ende på en vei.
import type { Texts } from '../texts.ts'

const ends: Texts['door']['ends'] = {
  'room.removed': {
    title: 'Du ble tatt ut av dette rommet',
    text: 'Noen som styrer rommet, tok deg ut. Var det en feil, så be om lenken og kom tilbake med den.',
  },
  'room.banned': {
    title: 'Du får ikke lenger komme inn i dette rommet',
    text: 'Noen som styrer rommet, har bestemt det. Andre rom er åpne for deg.',
  },
  'room.closed': {
    title: 'Dette rommet ble stengt',
    text: 'Det er over for alle, og ingenting av det er tatt vare på.',
  },
  'room.gone': {
    title: 'Dette rommet finnes ikke',
    text: 'Et rom uten navn forsvinner når den siste går, og lenken med det. En lenke kan også være trukket tilbake. Be om en ny, eller start et rom.',
  },
  'room.full': {
    title: 'Dette rommet er fullt',
    text: 'Det er så mange der som det har plass til. Prøv igjen når noen har gått.',
  },
  'room.denied': {
    title: 'Ingen slapp deg inn denne gangen',
    text: 'Du kan be igjen senere, eller spørre den som ga deg lenken.',
  },
  'store.away': {
    title: 'Serveren når ikke minnet sitt akkurat nå',
    text: 'Plassen din er holdt av. Denne siden prøver igjen av seg selv med få sekunders mellomrom.',
  },
  'server.full': {
    title: 'Serveren er full',
    text: 'Det kan ikke åpnes flere rom akkurat nå. Prøv igjen om en stund.',
  },
}

const partings: Texts['door']['partings'] = {
  superseded: {
    title: 'Dette ble åpnet et annet sted',
    text: 'Den samme siden fortsetter i en annen fane eller et annet vindu. Ingenting er tapt.',
    next: 'Bruk den her',
  },
  'hello.version': {
    title: 'Det finnes en nyere versjon',
    text: 'Serveren ble oppdatert mens denne siden var åpen. Last den på nytt for å fortsette.',
    next: 'Last på nytt',
  },
  'signin.failed': {
    title: 'Den innloggingen virker ikke',
    text: 'Den kan være utløpt, eller det er laget en nyere. Be om en ny, eller fortsett uten.',
    next: 'Fortsett uten',
  },
  'session.ended': {
    title: 'Du logget ut',
    text: 'Denne siden er ikke lenger i noe rom. Kom tilbake når du vil.',
    next: 'Kom tilbake',
  },
  'account.ended': {
    title: 'Kontoen din ble fjernet',
    text: 'Du er ute av alle rom, og det du har sagt der, blir stående. Du kan fortsette som gjest.',
    next: 'Fortsett som gjest',
  },
  'sockets.many': {
    title: 'For mange sider er åpne',
    text: 'Serveren tar bare imot så og så mange forbindelser fra ett sted. Lukk en side og prøv igjen.',
  },
}

export const door: Texts['door'] = {
  invited: 'Du er invitert',
  before: 'Før du går inn',
  comeInAs: name => `Gå inn som ${name}`,
  whatName: 'Hva skal de andre kalle deg?',
  locked: 'Rommet er låst: noen der inne slipper deg inn.',
  enter: 'Gå inn',
  nobodyIsHere: 'Ingen er her ennå. Du blir den første.',
  isHere: name => `${name} er her`,
  areHere: (name, other) => `${name} og ${other} er her`,
  manyAreHere: (name, others) => `${name} og ${others} ${others === 1 ? 'annen' : 'andre'} er her`,
  comingIn: 'Går inn…',
  oneMoment: 'Et øyeblikk.',
  noAnswer: 'Serveren svarer ikke',
  aboutNoAnswer:
    'Kanskje starter den på nytt, eller nettet ditt er nede. Denne siden prøver videre og fortsetter av seg selv.',
  memoryAway: 'Serveren når ikke minnet sitt akkurat nå. Prøv igjen om et øyeblikk.',
  oneByOne: 'Dette rommet slipper inn én og én',
  aboutOneByOne: 'Noen der inne ser navnet ditt og åpner døren.',
  askingAs: name => ['Du spør som ', name],
  ask: 'Be om å slippe inn',
  askAgain: 'Be igjen',
  notNow: 'Ikke nå',
  waiting: 'Du har bedt om å slippe inn',
  whoOpens: hosts => {
    if (hosts === 0) return 'Ingen som kan slippe deg inn, er der akkurat nå.'
    return hosts === 1 ? 'Én person kan slippe deg inn.' : `${hosts} personer kan slippe deg inn.`
  },
  byYourself: 'Du kommer inn av deg selv så snart døren åpnes.',
  stopWaiting: 'Slutt å vente',
  ends,
  deadLink: {
    title: 'Denne lenken fører ingen steder',
    text: 'Den kan være brukt opp, utløpt eller trukket tilbake, eller rommet er borte. Be om en ny, eller start et rom.',
  },
  nowhere: {
    title: 'Det er ingenting på denne adressen',
    text: 'Kanskje ble en bokstav i lenken borte på veien. Be om den på nytt, eller start et rom.',
  },
  failed: 'Det gikk ikke',
  toStart: 'Til forsiden',
  startAgain: 'Begynn på nytt',
  partings,
  parted: 'Forbindelsen er avsluttet',
  farewell: {
    left: room => `Du forlot ${room}.`,
    leftUnnamed: 'Du forlot rommet.',
    leftPair: name => `Du forlot rommet med ${name}.`,
    vanished: 'Du var den siste der, så rommet er borte. Ingenting av det er tatt vare på.',
    forGood: room => `Du har forlatt ${room} for godt.`,
    pairForGood: name => `${name} er ikke lenger blant rommene dine, til en av dere skriver igjen.`,
    burned: room => `${room} er brent. Ingenting av det er tatt vare på.`,
  },
}
