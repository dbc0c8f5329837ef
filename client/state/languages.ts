// The languages of this page, and which of them its visitor reads.

/** As they call themselves. */
export const languages = { en: 'English', nb: 'Norsk', fr: 'Français' } as const
export type LanguageName = keyof typeof languages

const all = Object.keys(languages) as LanguageName[]

/** Read by those who write it otherwise. */
const near: Readonly<Record<string, LanguageName>> = { no: 'nb', nn: 'nb' }

const base = (tag: string) => tag.split('-')[0]?.toLowerCase() ?? ''

/** `tags`: what his browser says that he reads, the best first. */
export function languageOf(chosen: 'system' | LanguageName, tags: readonly string[]): LanguageName {
  if (chosen !== 'system') return chosen
  const read = tags.map(base).map(one => near[one] ?? all.find(name => name === one))
  return read.find(name => name !== undefined) ?? 'en'
}

/** With the country, if his browser names one: dates are written otherwise there. */
export const localeOf = (language: LanguageName, tags: readonly string[]): string =>
  tags.find(tag => base(tag) === language) ?? language
