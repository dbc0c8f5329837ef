// Running a call, and how it is with those who are in it.
import type { OrderName } from '../../state/presiding.ts'

type Order = { readonly label: string; readonly about: string }
const one: Readonly<Record<OrderName, Order>> = {
  mute: { label: 'Mute', about: 'Can switch the microphone on again' },
  stopCamera: { label: 'Switch the camera off', about: 'Can switch it on again' },
  stopShare: { label: 'Stop the sharing', about: 'Can share again' },
  lower: { label: 'Lower the hand', about: 'The next one is first then' },
  remove: { label: 'Remove from the call', about: 'Stays in the room, and can join again' },
}

export const orders = {
  ...one,
  muteAll: { label: 'Mute everybody', about: 'All but you. Each can switch the microphone on again' },
  lowerAll: { label: 'Lower all hands', about: 'Nobody is waiting to speak then' },
}

/** Among the settings of a room. */
export const ofRoom = {
  title: 'Calls',
  lock: { label: 'Lock the call', about: 'Only those who run the room can join. Who is in it stays.' },
  hide: {
    label: 'Hide everybody’s address',
    about:
      'In calls that begin or are joined from now on, nobody learns where somebody else is: all goes through a relay, if this server has one. It may be slower.',
  },
}

export const stopped = {
  mic: (name: string) => `${name} has muted you.`,
  camera: (name: string) => `${name} has switched your camera off.`,
  share: (name: string) => `${name} has stopped your sharing.`,
}

/** In the list of people. */
export const signs = {
  live: 'Live',
  muted: 'Live, muted',
  shares: 'Shares the screen',
}
