// Å styre en samtale, og hvordan det er med dem som er i den.
import type { CallTexts } from '../texts.ts'

export const orders: CallTexts['orders'] = {
  mute: { label: 'Demp', about: 'Kan slå på mikrofonen igjen' },
  stopCamera: { label: 'Slå av kameraet', about: 'Kan slå det på igjen' },
  stopShare: { label: 'Stopp delingen', about: 'Kan dele igjen' },
  lower: { label: 'Ta ned hånden', about: 'Da er det nestemann sin tur' },
  remove: { label: 'Fjern fra samtalen', about: 'Blir i rommet, og kan bli med igjen' },
  muteAll: { label: 'Demp alle', about: 'Alle unntatt deg. Hver og en kan slå på mikrofonen igjen' },
  lowerAll: { label: 'Ta ned alle hender', about: 'Da venter ingen på å snakke' },
}

export const ofRoom: CallTexts['ofRoom'] = {
  title: 'Samtaler',
  lock: { label: 'Lås samtalen', about: 'Bare de som styrer rommet, kan bli med. De som er inne, blir.' },
  hide: {
    label: 'Skjul adressen til alle',
    about:
      'Fra nå av får ingen som blir med vite hvor de andre er: alt går gjennom en mellomstasjon, om denne tjeneren har en. Det kan gå tregere.',
  },
}

export const stopped: CallTexts['stopped'] = {
  mic: name => `${name} har dempet deg.`,
  camera: name => `${name} har slått av kameraet ditt.`,
  share: name => `${name} har stoppet delingen din.`,
}

export const signs: CallTexts['signs'] = {
  live: 'Direkte',
  muted: 'Direkte, dempet',
  shares: 'Deler skjermen',
}
