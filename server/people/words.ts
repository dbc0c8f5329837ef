// The words of a name, as one looks for them: small letters without their marks, so that Zoë is found by zoe.

const MARKS = /\p{M}/gu
/** What stands between words. */
const BETWEEN = /[\s\p{P}]+/u
/** Letters that are marked in their own way. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

export function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(MARKS, '').toLowerCase()
  return plain
    .replace(/[ßøłđæœı]/g, letter => LETTERS[letter] ?? letter)
    .split(BETWEEN)
    .filter(word => word !== '')
}
