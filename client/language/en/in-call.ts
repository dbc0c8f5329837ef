// What one does in a call beyond its bar, and with its tiles.

export const more = {
  title: 'Call options',
  look: 'How the call looks',
  layout: 'Layout',
  layouts: { grid: 'All alike', speaker: 'Who speaks is large' },
  share: { about: 'The others see a window, a tab or your whole screen, and hear its sound if you want' },
  full: { label: 'Full screen', about: 'The call alone on the screen' },
  notFull: { label: 'Leave full screen', about: 'The talk and the people are beside the call again' },
}

export const tile = {
  makeLarge: (name: string) => `Make large: ${name}`,
  makeSmall: (name: string) => `Make small: ${name}`,
  options: (name: string) => `Options: ${name}`,
  volume: 'Volume',
  muteForMe: { label: 'Mute for me', about: 'Only you do not hear it, and nobody is told.' },
  inPicture: { label: 'Picture in picture', about: 'Stays in sight over other windows' },
}

export const selfView = {
  see: { label: 'See yourself', about: 'The others see you all the same, while your camera is on.' },
  mirror: { label: 'As in a mirror', about: 'You see yourself so. The others see you as you are.' },
}

export const hand = {
  raise: 'Raise your hand',
  lower: 'Lower your hand',
  isUp: (turn: number) => `Hand up, number ${turn}`,
}

export const reactions = {
  title: 'React',
  names: ['Thumbs up', 'Heart', 'Laughing', 'Celebration', 'Applause', 'Surprised'],
}
