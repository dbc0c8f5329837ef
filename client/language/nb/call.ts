// Å være i en samtale: å velge enheter, rutene og knappene.
import type { CallTexts } from '../texts.ts'
import { hand, more, reactions, selfView, tile } from './in-call.ts'
import { network } from './network.ts'
import { ofRoom, orders, signs, stopped } from './presiding.ts'

export const call: CallTexts = {
  prejoin: {
    title: 'Bli med direkte',
    join: 'Bli med',
    watch: 'Bare se på',
    cameraOff: 'Kameraet ditt er av',
    devices: 'Enheter',
    microphone: 'Mikrofon',
    camera: 'Kamera',
    speaker: 'Høyttaler',
    test: 'Test høyttaleren',
    level: 'Hvor høyt du snakker',
    hide: 'Skjul adressen min',
    aboutHide: 'De andre ser adressen til en mellomstasjon. Det kan gå tregere.',
  },
  trouble: {
    mic: {
      denied:
        'Nettleseren lar ikke denne siden bruke mikrofonen. De andre kan ikke høre deg. Tillat det ved siden av adressen, og slå den på igjen.',
      system:
        'Maskinen selv holder mikrofonen borte fra nettleseren. Åpne personverninnstillingene og tillat det der.',
      missing: 'Fant ingen mikrofon. Koble til en, eller bli med uten.',
      busy: 'Et annet program har mikrofonen. Lukk det og prøv igjen.',
      insecure: 'Nettlesere gir mikrofon bare til sider over https. Chatten virker her.',
      frame: 'Siden rundt dette rommet ga ikke videre retten til mikrofonen. Åpne rommet for seg selv.',
      unable: 'Denne nettleseren har ingen mikrofon å gi. Du kan se og høre på.',
    },
    camera: {
      denied:
        'Nettleseren lar ikke denne siden bruke kameraet. De andre kan ikke se deg. Tillat det ved siden av adressen, og slå det på igjen.',
      system:
        'Maskinen selv holder kameraet borte fra nettleseren. Åpne personverninnstillingene og tillat det der.',
      missing: 'Fant ikke noe kamera. Koble til et, eller bli med uten.',
      busy: 'Et annet program har kameraet. Lukk det og prøv igjen.',
      insecure: 'Nettlesere gir kamera bare til sider over https. Chatten virker her.',
      frame: 'Siden rundt dette rommet ga ikke videre retten til kameraet. Åpne rommet for seg selv.',
      unable: 'Denne nettleseren har ikke noe kamera å gi. Du kan se og høre på.',
    },
    share: {
      denied: 'Nettleseren lar ikke denne siden vise skjermen din.',
      system:
        'Maskinen selv holder skjermen borte fra nettleseren. Åpne personverninnstillingene og tillat det der.',
      missing: 'Det finnes ingen skjerm som kan vises.',
      busy: 'Skjermen kan ikke vises akkurat nå. Prøv igjen.',
      insecure: 'Nettlesere viser en skjerm bare fra sider over https.',
      frame: 'Siden rundt dette rommet ga ikke videre retten til å vise en skjerm. Åpne rommet for seg selv.',
      unable: 'Denne nettleseren kan ikke vise en skjerm. Prøv en annen, eller en annen enhet.',
    },
  },
  stage: 'De som er i samtalen',
  controls: 'Samtale',
  mute: 'Demp',
  unmute: 'Slå på lyden',
  cameraOn: 'Slå på kameraet',
  cameraOff: 'Slå av kameraet',
  share: 'Del skjermen',
  stopShare: 'Slutt å dele',
  leave: 'Forlat samtalen',
  you: 'Deg',
  muted: 'Dempet',
  away: 'Forbindelsen er borte',
  connecting: 'Kobler til …',
  silent: 'Bilde og lyd er brutt. Leter etter en annen vei …',
  screenOf: name => `Skjermen til ${name}`,
  yourScreen: 'Skjermen din, slik de andre ser den',
  duration: 'Hvor lenge samtalen har vart',
  more,
  tile,
  network,
  silentMic: device =>
    `Det kommer ingenting fra ${device || 'mikrofonen'}. Er den slått av med sin egen bryter?`,
  youAreMuted: 'Du er dempet: de andre hører deg ikke.',
  selfView,
  hand,
  reactions,
  orders,
  ofRoom,
  stopped,
  signs,
  hear: 'Klikk for å høre de andre',
}
