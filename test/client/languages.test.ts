// The languages of the page: which one a visitor gets, that each says all, and how it writes times and sizes.
import { expect, test } from 'vitest'
import { call as englishCall } from '../../client/language/en/call.ts'
import { emoji as englishEmoji } from '../../client/language/en/emoji.ts'
import { texts as english } from '../../client/language/en.ts'
import { call as frenchCall } from '../../client/language/fr/call.ts'
import { emoji as frenchEmoji } from '../../client/language/fr/emoji.ts'
import { texts as french } from '../../client/language/fr.ts'
import { call as norwegianCall } from '../../client/language/nb/call.ts'
import { emoji as norwegianEmoji } from '../../client/language/nb/emoji.ts'
import { texts as norwegian } from '../../client/language/nb.ts'
import { formatsIn } from '../../client/state/formats.ts'
import { type LanguageName, languageOf, localeOf } from '../../client/state/languages.ts'

test.each<['system' | LanguageName, readonly string[], LanguageName, string]>([
  ['system', ['en-GB', 'en'], 'en', 'en-GB'],
  ['system', ['nb-NO', 'en'], 'nb', 'nb-NO'],
  ['system', ['no'], 'nb', 'nb'],
  ['system', ['nn-NO', 'nb-NO', 'en'], 'nb', 'nb-NO'],
  ['system', ['fr-CH', 'de-CH'], 'fr', 'fr-CH'],
  ['system', ['de-DE', 'FR', 'en'], 'fr', 'FR'],
  ['system', ['ja'], 'en', 'en'],
  ['system', [], 'en', 'en'],
  ['system', [''], 'en', 'en'],
  ['fr', ['nb-NO', 'fr-CA'], 'fr', 'fr-CA'],
  ['nb', ['en-US'], 'nb', 'nb'],
])('chosen %s in a browser that reads %j it is %s, written as in %s', (chosen, tags, language, locale) => {
  expect(languageOf(chosen, tags)).toBe(language)
  expect(localeOf(language, tags)).toBe(locale)
})

/** Every text by its path; of one that is made from something, what is made of some examples. */
function flat(texts: unknown, path = ''): [string, string][] {
  if (typeof texts === 'string') return [[path, texts]]
  if (typeof texts === 'function')
    return [3, 1, 0].map(count => [`${path}(${count})`, made(texts as () => unknown, count)])
  return Object.entries(texts as object).flatMap(([name, inner]) => flat(inner, `${path}.${name}`))
}

const made = (text: (...args: number[]) => unknown, count: number): string =>
  [text(...Array.from({ length: text.length }, () => count))].flat().join('')

const all = {
  english: flat({ ...english, call: englishCall, emoji: englishEmoji }),
  norwegian: flat({ ...norwegian, call: norwegianCall, emoji: norwegianEmoji }),
  french: flat({ ...french, call: frenchCall, emoji: frenchEmoji }),
}

test('every text says something, and nothing is said twice under one name', () => {
  for (const texts of Object.values(all)) {
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([])
    expect(texts.map(([path]) => path)).toEqual(all.english.map(([path]) => path))
  }
})

test('no line of French begins with the mark that ends a sentence', () => {
  expect(all.french.filter(([, text]) => / [:;?!]/.test(text))).toEqual([])
})

/** Said alike in both languages. */
const ALIKE = {
  norwegian: [
    '.own.contrasts.system',
    '.own.themes.system',
    '.own.shortcuts.does.send',
    '.people.counted(1)',
    '.talk.writing.send',
  ],
  french: [
    '.call.tile.volume',
    '.home.invitations.all',
    '.home.invitations.one',
    '.own.notifications',
    '.people.roles.admin',
    '.people.roles.service',
    '.talk.title',
    '.talk.writing.field',
  ],
}

test.each(['norwegian', 'french'] as const)('nothing is left in English: %s', language => {
  const same = all[language].filter(
    ([path, text], at) => text === all.english[at]?.[1] && /\p{L}{2}/u.test(text) && path,
  )
  expect(same.map(([path]) => path).sort()).toEqual([...ALIKE[language]].sort())
})

const NOON = new Date().setHours(12, 5, 0, 0)
const DAY = 24 * 3600_000

test.each([
  ['en-GB', '12:05', 'Today', 'Yesterday', 'Ann, Ben and Cleo'],
  ['en-US', '12:05 PM', 'Today', 'Yesterday', 'Ann, Ben, and Cleo'],
  ['nb', '12:05', 'I dag', 'I går', 'Ann, Ben og Cleo'],
  ['fr', '12:05', 'Aujourd’hui', 'Hier', 'Ann, Ben et Cleo'],
])('times and lists in %s', (locale, time, today, yesterday, names) => {
  const formats = formatsIn(locale)
  expect(formats.time(NOON).replace('\u202f', ' ')).toBe(time)
  expect(formats.when(NOON).replace('\u202f', ' ')).toBe(time)
  expect([NOON, NOON - DAY].map(formats.day)).toEqual([today, yesterday])
  expect(formats.list(['Ann', 'Ben', 'Cleo'])).toBe(names)
})

test.each([
  ['en', 'Friday, June 14', 'Jun 14, 2019'],
  ['nb', 'fredag 14. juni', '14. juni 2019'],
  ['fr', 'vendredi 14 juin', '14 juin 2019'],
])('an old day in %s', (locale, day, when) => {
  const at = new Date(2019, 5, 14, 9).getTime()
  expect(formatsIn(locale).when(at)).toBe(when)
  expect(formatsIn(locale).day(at).toLowerCase()).toBe(day.toLowerCase())
})

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1234, '1.2 kB'],
  [25_000_000, '25 MB'],
  [999_999, '1 MB'],
  [1_500_000_000, '1.5 GB'],
  [12_345_678_901_234, '12,346 GB'],
])('%d bytes are said as %s', (bytes, text) => {
  expect(formatsIn('en').size(bytes)).toBe(text)
})

test('sizes are written as a language writes them', () => {
  expect(formatsIn('nb').size(1_500_000)).toBe('1,5 MB')
  expect(formatsIn('fr').size(1_500_000)).toMatch(/^1,5\sMo$/)
})
