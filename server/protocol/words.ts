// Words, as one looks for them: whatever their capitals and marks, so that Zoë is found by zoe. To find them in texts
// they become patterns, which the memory, the database and the page read alike.

const MARK = '[\\u0300-\\u036f]'
/** What stands between words. */
const BETWEEN = [
  '\\u0000-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00a9\\u00ab-\\u00b1\\u00b4\\u00b6-\\u00b8\\u00bb\\u00bf\\u00d7\\u00f7',
  '\\u055a-\\u055f\\u0589\\u058a\\u05be\\u05c0\\u05c3\\u060c\\u061b\\u061f\\u066a-\\u066d\\u06d4\\u0964\\u0965',
  '\\u2000-\\u206f\\u20a0-\\u20cf\\u2190-\\u25ff\\u27c0-\\u2bff\\u2e00-\\u2e7f\\u3000-\\u303f\\ufe00-\\ufe0f\\uff01-\\uff0f',
].join('')
/** Scripts without spaces, and pictures: among them a word may begin anywhere. */
export const UNSPACED =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2600-\\u27bf\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff🀀-🫿𠀀-𲎯'

/** Letters that are marked in their own way. */
const OWN_WAY: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

const marks = new RegExp(MARK, 'g')
const between = new RegExp(`[${BETWEEN}]+`, 'u')
const unspaced = new RegExp(`^[${UNSPACED}]`, 'u')

/** What of a message is looked through. */
export const readableOf = ({ text, files = [] }: Readable) =>
  [text, ...files.map(({ name }) => name)].join(' ')
export interface Readable {
  readonly text: string
  readonly files?: readonly { readonly name: string }[] | undefined
}

function plain(text: string): string {
  const bare = text.normalize('NFKD').replace(marks, '').normalize('NFC').toLowerCase()
  return bare.replace(/[ßøłđæœı]/g, letter => OWN_WAY[letter] ?? letter)
}

export const wordsOf = (text: string): string[] =>
  plain(text)
    .split(between)
    .filter(word => word !== '')

/**
 * One for each word, found where a text has a word that begins with it. The first group is what stands before, the
 * second the word. In words there is nothing that means something else in a pattern.
 */
export function patternsOf(text: string): string[] {
  const forms = allForms()
  return wordsOf(text).map(word => {
    const before = unspaced.test(word) ? '()' : `(^|[${BETWEEN}${UNSPACED}])`
    return `${before}(${spellings([...word], forms)})`
  })
}

function spellings([first, second, ...rest]: readonly string[], forms: Forms): string {
  if (first === undefined) return ''
  const one = spelled(first, forms)
  if (second === undefined) return one
  const joined = forms.get(first + second)
  if (!joined) return one + spellings([second, ...rest], forms)
  return `(?:${one}${spelled(second, forms)}|[${joined}])${spellings(rest, forms)}`
}

const spelled = (letter: string, forms: Forms) => `[${forms.get(letter) ?? letter}]${MARK}*`

/** All the letters that come to the same plain ones: é and È to e, æ to ae. */
type Forms = ReadonlyMap<string, string>
const SPELLED: readonly (readonly [number, number])[] = [
  [0x30, 0x24ff],
  [0xfb00, 0xfb06],
  [0xff10, 0xff5a],
]
let known: Forms | undefined

/** They take some milliseconds, once, and only where something is looked for. */
function allForms(): Forms {
  if (known) return known
  const forms = new Map<string, string>()
  for (const [from, to] of SPELLED)
    for (let code = from; code <= to; code++) {
      const letter = String.fromCodePoint(code)
      const base = /[\p{L}\p{N}]/u.test(letter) && plain(letter)
      if (base) forms.set(base, (forms.get(base) ?? '') + letter)
    }
  known = forms
  return forms
}
