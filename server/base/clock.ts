// Time as a value that is handed in, so that a test can say what time it is.

export interface Clock {
  /** The time of day, which somebody may set. */
  now(): number
  /** Milliseconds that have passed since some beginning, whatever the time of day is said to be. */
  elapsed(): number
  /** Runs `task` once after `ms`; the returned function calls it off. */
  after(ms: number, task: () => void): () => void
}

export const clock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, task) {
    // No timer of ours is a reason to keep the process alive.
    const timer = setTimeout(task, ms).unref()
    return () => clearTimeout(timer)
  },
}

/** Runs `task` every `ms` until called off. */
export function every(clock: Clock, ms: number, task: () => void): () => void {
  let cancel = clock.after(ms, tick)
  function tick() {
    cancel = clock.after(ms, tick)
    task()
  }
  return () => cancel()
}
