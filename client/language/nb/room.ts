// Et rom: øverst i det, innstillingene, hvem som venter utenfor, og veiene ut.
import type { Texts } from '../texts.ts'

export const room: Texts['room'] = {
  talk: 'Samtale',
  share: 'Del',
  lock: 'Lås rommet',
  isLocked: 'Låst: folk ber om å slippe inn',
  isOpen: 'Åpent: alle med lenken kommer inn',
  settings: 'Rominnstillinger',
  leave: 'Forlat rommet',
  topic: {
    vanishes: 'Forsvinner',
    whenEmpty: 'når det er tomt',
    stays: 'Blir værende når alle går',
    staysByName: 'Med et navn blir det værende',
    wanted: 'Si hva det handler om',
    label: 'Hva rommet handler om',
    question: 'Hva handler det om?',
  },
  naming: {
    title: 'Gi rommet et navn',
    about:
      'Med et navn blir det værende, også når alle går: det som er sagt til nå og det som kommer, folkene og lenkene.',
    otherTitle: 'Et annet navn',
    aboutOther: 'Alle i rommet ser det.',
    label: 'Navn på rommet',
    name: 'Navngi',
    rename: 'Endre navn',
  },
  leaving: {
    title: room => `Forlate ${room}?`,
    goHome: 'Til forsiden',
    aboutHome: 'Det blir blant rommene dine, og det som sies imens, venter på deg.',
    forGood: 'Forlat for godt',
    after: {
      stays: 'Du hører ikke til der lenger, og kommer bare tilbake med en lenke.',
      inherited: 'Du hører ikke til der lenger. En annen blir eier.',
      burned: 'Ingen andre hører til der: rommet og alt som er sagt i det, blir borte.',
      pair: 'Det er ikke lenger blant rommene dine før en av dere skriver igjen.',
    },
    lastTitle: 'Gå og la rommet forsvinne?',
    aboutLast: 'Du er den siste her. Når du går, blir rommet og alt som er sagt i det, borte.',
    yes: 'Gå',
    no: 'Bli',
  },
  burning: {
    burn: 'Brenn dette rommet',
    about: 'Det er slutt for alle: ingenting blir tatt vare på.',
    title: room => `Brenne ${room}?`,
    warning:
      'Alle er ute med en gang. Ingenting av det som er sagt, blir tatt vare på, og ingenting bringer det tilbake.',
    yes: 'Brenn det',
  },
  nameless: 'Det har ikke noe navn',
  aboutNameless: 'Det forsvinner når den siste går. Med et navn blir det værende.',
  aboutNamed: 'Navnet på rommet. Det blir værende, også når alle går.',
  about: 'Hva det handler om',
  aboutAbout: 'Alle leser det øverst i rommet.',
  aboutLock:
    'Den som har lenken, må spørre, og noen som styrer rommet, slipper vedkommende inn. En lenke for én person åpner likevel.',
  guestsInvite: 'Gjester kan også lage lenker',
  aboutGuestsInvite:
    'Hver gjest kan lage lenker for andre gjester. Ellers kan bare medlemmer og de som styrer rommet, gjøre det.',
  limit: 'Hvor mange som kan være inne',
  aboutLimit:
    'Når så mange er inne, kommer ingen flere inn før noen går. Tomt: så mange som serveren tillater.',
  banned: {
    title: 'Utestengte',
    about: 'De kan verken komme inn eller be om det. Den som slippes inn igjen, kommer tilbake med en lenke.',
    nobody: 'Ingen er utestengt. Den som er det, kan verken komme inn eller be om det.',
    since: when => `Siden ${when}`,
    letInAgain: 'Slipp inn igjen',
    letPersonInAgain: name => `Slipp inn igjen: ${name}`,
  },
  knocks: {
    title: 'Ved døren',
    wantsIn: who => [who, ' vil gjerne inn'],
    letIn: 'Slipp inn',
    notNow: 'Ikke nå',
  },
}
