// Whether something is called as somebody types.
import { wordsOf } from '#protocol/words.ts'

/** Every word that is typed begins a word of what it is called. */
export function isCalled(called: string, typed: string): boolean {
  const words = wordsOf(called)
  return wordsOf(typed).every(word => words.some(one => one.startsWith(word)))
}
