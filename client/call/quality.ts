// How good a picture goes to one other: no better than he shows it, than the link carries and this machine can make.

export const qualities = ['high', 'normal', 'low', 'sound'] as const
/** What somebody wants to send and to be sent; `sound`: no cameras at all. */
export type Quality = (typeof qualities)[number]

export interface Picture {
  readonly width: number
  readonly fps: number
  readonly kbps: number
}

/** From the best to the one before none. */
export const pictures: readonly Picture[] = [
  { width: 1280, fps: 30, kbps: 1800 },
  { width: 960, fps: 30, kbps: 1100 },
  { width: 640, fps: 25, kbps: 600 },
  { width: 480, fps: 20, kbps: 350 },
  { width: 320, fps: 15, kbps: 180 },
  { width: 240, fps: 12, kbps: 100 },
  { width: 160, fps: 8, kbps: 50 },
]

export interface Need {
  readonly quality: Quality
  /** To how many others a picture of its own is made. */
  readonly others: number
  /** How wide he shows it, in pixels of his screen; undefined while he has not said. */
  readonly shown: number | undefined
  /** What is left for it in kbit/s, if that is known. */
  readonly room: number | undefined
  /** How many steps worse than it would be, because what was sent did not arrive. */
  readonly worse: number
}

const wanted: Readonly<Record<Quality, number>> = { high: 1280, normal: 640, low: 320, sound: 0 }

/** Each of the others gets a picture made for him: what one machine can do is divided. Up to so many, so wide. */
const makeable: readonly (readonly [others: number, width: number])[] = [
  [1, 1280],
  [3, 640],
  [5, 480],
  [8, 320],
  [Number.POSITIVE_INFINITY, 160],
]

/** He tells the others of a smaller tile than it is when he wants less. */
export const shownAs = (quality: Quality, pixels: number): number => Math.min(pixels, shownMost[quality])
const shownMost: Readonly<Record<Quality, number>> = { high: 9999, normal: 640, low: 320, sound: 0 }

/** None: he sees no picture, the sound goes on. */
export function pictureFor({ quality, others, shown, room, worse }: Need): Picture | undefined {
  if (shown === 0 || quality === 'sound') return undefined
  const made = makeable.find(([most]) => others <= most)?.[1] ?? 0
  const most = Math.min(wanted[quality], made)
  // The smallest that fills his tile.
  const fitting = pictures.filter(({ width }) => width >= Math.min(most, shown ?? most)).at(-1)
  const from = pictures.indexOf(fitting ?? first) + worse
  return pictures.slice(from).find(({ kbps }) => room === undefined || kbps <= room)
}

const [first, least] = [pictures.at(0), pictures.at(-1)] as [Picture, Picture]

/** Text that is shared must be sharp: it may come seldom before it comes small. */
export function shareFor({ shown, room }: Pick<Need, 'shown' | 'room'>): Picture | undefined {
  if (shown === 0) return undefined
  const kbps = Math.max(150, Math.min(2500, room ?? 2500))
  return { width: 1920, fps: kbps < 500 ? 5 : 15, kbps }
}

/** Sound comes first, and it needs little. */
export const SOUND_KBPS = 40

const LOST_MUCH = 0.1
const LOST_LITTLE = 0.02
/** After so many good looks in a row it may be better again. */
const GOOD_LOOKS = 2
/** Not for one bad moment: the camera goes off when there was no room for it twice, and is tried again after a while. */
const NARROW_LOOKS = 2
const TRIED_AGAIN = 7

/** What the last looks at a link have told. */
export interface Strain {
  readonly worse: number
  readonly good: number
  /** How often in a row there was no room for any picture. */
  readonly narrow: number
}
export const unstrained: Strain = { worse: 0, good: 0, narrow: 0 }

export function strained({ worse, good, narrow }: Strain, lost: number, room: number | undefined): Strain {
  const isNarrow = room !== undefined && room < least.kbps
  return { ...worsened(worse, good, lost), narrow: isNarrow ? (narrow + 1) % TRIED_AGAIN : 0 }
}

/** One step down at once, and up only when it has been well for a while. */
function worsened(worse: number, good: number, lost: number) {
  if (lost > LOST_MUCH) return { worse: Math.min(worse + 1, pictures.length), good: 0 }
  if (lost > LOST_LITTLE) return { worse, good: 0 }
  return good + 1 < GOOD_LOOKS ? { worse, good: good + 1 } : { worse: Math.max(0, worse - 1), good: 0 }
}

/** What is left for a picture, when one bad moment does not count. */
export const roomIn = ({ narrow }: Strain, room: number | undefined): number | undefined =>
  room !== undefined && narrow < NARROW_LOOKS ? Math.max(room, least.kbps) : room
