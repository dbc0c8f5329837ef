// How names and texts are cut into words, and where words are found.
import { expect, test } from 'vitest'
import { patternsOf, wordsOf } from '#protocol/words.ts'
import { texts } from '../contract/search.ts'

test.each([
  ['Zoë Müller-Ångström', ['zoe', 'muller', 'angstrom']],
  ['  ŁUKASZ   Ø’Brien ', ['lukasz', 'o', 'brien']],
  ['Straße', ['strasse']],
  ['ﬁnn', ['finn']],
  ['山田 太郎', ['山田', '太郎']],
  ['🦊', ['🦊']],
  ['---', []],
])('[PE6] %j is found by %j', (name, words) => {
  expect(wordsOf(name)).toEqual(words)
})

test.each(texts)('[CH24] in %j one finds, looking for %j: %j', (text, sought, found) => {
  expect(patternsOf(sought).every(pattern => new RegExp(pattern, 'u').test(text))).toBe(found)
})

test('[CH24] what stands before a word and the word itself are told apart', () => {
  const [pattern = ''] = patternsOf('zoe')
  expect(new RegExp(pattern, 'u').exec('Hello, Zoëlle')?.slice(0, 3)).toEqual([' Zoë', ' ', 'Zoë'])
})
