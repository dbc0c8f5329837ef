// What this page does not understand, noted on the console: each once, and not without end.

const noted = new Set<string>()
const MOST = 50

/** A newer server says more. */
export const noteUnknown = (type: string): void =>
  note(`The server said something that this page does not know: ${type.slice(0, 40)}`)

export const noteBroken = (type: string): void =>
  note(`The server said something that is not whole, and was left out: ${type.slice(0, 40)}`)

function note(text: string): void {
  if (noted.has(text) || noted.size >= MOST) return
  noted.add(text)
  console.warn(text)
}
