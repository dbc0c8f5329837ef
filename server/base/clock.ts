// Time as a value that is handed in, so that a test can say what time it is.

export interface Clock {
  now(): number
  /** Runs `task` once after `ms`; the returned function calls it off. */
  after(ms: number, task: () => void): () => void
}

export const clock: Clock = {
  now: () => Date.now(),
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
