// A name for somebody who has not given one yet, so that nobody has to before he is in.

const HOW = [
  'Amber',
  'Brisk',
  'Calm',
  'Clever',
  'Early',
  'Gentle',
  'Golden',
  'Jolly',
  'Kind',
  'Lucky',
  'Merry',
  'Mild',
]
const MORE = [
  'Misty',
  'Nimble',
  'Polar',
  'Quiet',
  'Rosy',
  'Silver',
  'Snowy',
  'Sunny',
  'Swift',
  'Warm',
  'Wild',
  'Wise',
]
const WHO = [
  'Badger',
  'Bear',
  'Beaver',
  'Crane',
  'Deer',
  'Falcon',
  'Finch',
  'Fox',
  'Hare',
  'Heron',
  'Ibis',
  'Lark',
]
const ALSO = [
  'Lynx',
  'Marten',
  'Moth',
  'Otter',
  'Owl',
  'Panda',
  'Puffin',
  'Raven',
  'Robin',
  'Seal',
  'Swan',
  'Wren',
]

/** `chance` gives numbers between 0 and 1. */
export function suggestName(chance: () => number): string {
  const pick = (words: readonly string[]) => words[Math.floor(chance() * words.length)] ?? ''
  return `${pick([...HOW, ...MORE])} ${pick([...WHO, ...ALSO])}`
}
