// Where the texts of each language come from: those of the page are fetched at once, the others with what they belong to.
import type { LanguageName } from '../state/languages.ts'
import type { CallTexts, EmojiTexts, Texts } from './texts.ts'

interface Parts {
  readonly page: Texts
  readonly call: CallTexts
  readonly emoji: EmojiTexts
}
export type Part = keyof Parts

type Source = { readonly [Name in Part]: () => Promise<Parts[Name]> }

const sources: Readonly<Record<LanguageName, Source>> = {
  en: {
    page: async () => (await import('./en.ts')).texts,
    call: async () => (await import('./en/call.ts')).call,
    emoji: async () => (await import('./en/emoji.ts')).emoji,
  },
  nb: {
    page: async () => (await import('./nb.ts')).texts,
    call: async () => (await import('./nb/call.ts')).call,
    emoji: async () => (await import('./nb/emoji.ts')).emoji,
  },
  fr: {
    page: async () => (await import('./fr.ts')).texts,
    call: async () => (await import('./fr/call.ts')).call,
    emoji: async () => (await import('./fr/emoji.ts')).emoji,
  },
}

export const fetchTexts = <Name extends Part>(language: LanguageName, part: Name): Promise<Parts[Name]> =>
  sources[language][part]()
