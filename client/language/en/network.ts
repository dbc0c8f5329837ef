// How good the connections of a call are, and how good its pictures.

export const network = {
  strengths: { good: 'good', fair: 'fair', poor: 'weak' },
  /** By which way it goes; shown by itself too. */
  routes: { direct: 'direct', relayed: 'relayed' },
  about: (strength: string, route: string) => `Connection: ${strength}, ${route}`,
  held: 'Only sound for now',
  quality: 'Quality of the pictures',
  qualities: { high: 'High', normal: 'Normal', low: 'Low', sound: 'Sound only' },
  aboutQuality:
    'Of those you send and those you get. A weak connection lowers them by itself, the sound last.',
  statistics: { label: 'Statistics', about: 'How each connection does in numbers, to be copied' },
  title: 'Statistics of the call',
  nobody: 'Nobody else is live.',
  copy: 'Copy',
  copied: 'Copied',
}
