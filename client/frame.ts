// The next frame that the browser draws.

/** So long at most, where none is drawn: in a frame of another page that is scrolled out of sight. */
const PATIENCE = 100

/** Of a page that is hidden nothing is drawn, and its clock hardly runs: there it is at once. */
export function nextFrame(run: () => void): void {
  if (document.visibilityState === 'hidden') return queueMicrotask(run)
  const go = () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    run()
  }
  const timer = setTimeout(go, PATIENCE)
  const frame = requestAnimationFrame(go)
}
