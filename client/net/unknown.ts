// Words of a newer server that this page does not know: noted on the console, each once.

const noted = new Set<string>()

export function noteUnknown(type: string): void {
  if (noted.has(type)) return
  noted.add(type)
  console.warn(`The server said something that this page does not know: ${type}`)
}
