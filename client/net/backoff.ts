// How long to wait before the next attempt: soon while a server may just be restarted, then longer, never all at once.

const DELAYS = [250, 1000, 1500, 2000, 2000, 2000, 4000, 8000, 15_000]

/** `chance` is a number between 0 and 1; the wait is shortened by up to a third of itself. */
export function delay(attempt: number, chance: number): number {
  const full = DELAYS[Math.min(attempt, DELAYS.length - 1)] ?? 0
  return Math.round(full * (1 - chance / 3))
}
