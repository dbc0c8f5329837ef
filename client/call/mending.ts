// Looking after a link: by the signs of life it is told whether it is silent, and when to look for another way.

const LATE_MS = 1000
const SILENT_MS = 1500
/** The first way to somebody takes longer to be found. */
const BEGINNING = { late: 2500, stuck: 5000 }
/** The pulse of a page in the background is slower: so many of its beats may fail. */
const MISSED_BEATS = 2.5
/** Until what was tried had the time to work. */
const REST_MS = [2500, 4000, 8000]

/** `silent`: he was heard, and is not now. */
export type Health = 'connecting' | 'connected' | 'silent'

/** How it is with a link, and what was tried. */
export interface Care {
  readonly health: Health
  /** Nothing came for a moment. */
  readonly late: boolean
  readonly tries: number
  readonly restsUntil: number
}

export interface Signs {
  readonly now: number
  readonly begun: number
  /** When something came from him last; undefined: nothing yet. */
  readonly heard: number | undefined
  /** What usually lies between two signs of life. */
  readonly rhythm: number
  readonly failed: boolean
  /** An offer waits for its answer. */
  readonly offered: boolean
  /** What is said now gets to him, as far as is known. */
  readonly reachable: boolean
}

export const untouched: Care = { health: 'connecting', late: false, tries: 0, restsUntil: 0 }

export function lookAt(care: Care, signs: Signs): Care {
  const silence = signs.heard === undefined ? undefined : signs.now - signs.heard
  const health = healthOf(silence, signs.rhythm)
  const late = silence === undefined ? signs.now - signs.begun > BEGINNING.late : silence > LATE_MS
  const tries = health === 'connected' && !signs.offered ? 0 : care.tries
  return { ...care, health, late, tries }
}

/** A link that is well may still wait for an answer that does not come, and could then not be mended. */
export function wantsMending({ health, restsUntil }: Care, signs: Signs): boolean {
  const isStuck = health === 'connecting' && signs.now - signs.begun > BEGINNING.stuck
  const isIll = health === 'silent' || isStuck || signs.failed || signs.offered
  return isIll && signs.reachable && signs.now >= restsUntil
}

export function tried(care: Care, now: number): Care {
  const rest = REST_MS[Math.min(care.tries, REST_MS.length - 1)] ?? 0
  return { ...care, tries: care.tries + 1, restsUntil: now + rest }
}

function healthOf(silence: number | undefined, rhythm: number): Health {
  if (silence === undefined) return 'connecting'
  return silence > Math.max(SILENT_MS, rhythm * MISSED_BEATS) ? 'silent' : 'connected'
}
