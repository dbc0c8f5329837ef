// The stars and low lines around bold and italic text: which of them begin something, and which end it.
import { UNSPACED } from '#protocol/words.ts'

/** One to three times the same sign. */
export interface Mark {
  readonly sign: string
  readonly opens: boolean
  readonly closes: boolean
  /** How many of them have found no other end: these are text. */
  left: number
  /** How far it goes into bold and italic, or comes out of them. */
  bold: number
  italic: number
}

const MOST = 3
/** So far back is looked for the other end. */
const REACH = 24
/** In scripts without spaces words may be touched by a mark. */
const WORD = new RegExp(`^(?![${UNSPACED}])[\\p{L}\\p{N}]`, 'u')
/** Not everything: snake_case, 2*3*4 and -_- are no marks. */
const BEFORE = new RegExp(`^[\\s([{"'“‘«„¿¡*_—–\\p{Cs}${UNSPACED}]`, 'u')
const SPACE = /^\s?$/

export const isMark = (part: object): part is Mark => 'sign' in part

export function markAt(text: string, at: number, signs: string): Mark {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + signs.length)]
  const few = signs.length <= MOST
  return {
    sign: signs.charAt(0),
    opens: few && (before === '' || BEFORE.test(before)) && !SPACE.test(after),
    closes: few && !SPACE.test(before) && !WORD.test(after),
    left: signs.length,
    bold: 0,
    italic: 0,
  }
}

/** Finds the two ends of what is bold or italic, in the order in which they are closed. */
export function pair(parts: readonly object[]): void {
  let open: { readonly mark: Mark; readonly before: number }[] = []
  let spans = 0
  for (const mark of parts) {
    if (!isMark(mark)) {
      spans++
      continue
    }
    while (mark.closes && mark.left > 0) {
      // Something must stand between them.
      const at = open.findLastIndex(({ mark: other, before }) => before < spans && matches(other, mark))
      const opener = open[at]?.mark
      if (!opener) break
      join(opener, mark)
      open = open.slice(0, opener.left > 0 ? at + 1 : at)
    }
    if (mark.opens && mark.left > 0) open = [...open, { mark, before: spans }].slice(-REACH)
  }
}

const matches = (opener: Mark, closer: Mark): boolean =>
  opener.sign === closer.sign && (opener.left === closer.left || opener.left === 3 || closer.left === 3)

/** One sign is italic, two are bold, three are both. */
function join(opener: Mark, closer: Mark): void {
  const count = Math.min(opener.left, closer.left)
  const [italic, bold] = [count % 2, count >> 1]
  opener.left -= count
  opener.bold += bold
  opener.italic += italic
  closer.left -= count
  closer.bold -= bold
  closer.italic -= italic
}
