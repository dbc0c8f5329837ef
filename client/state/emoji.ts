// Finding an emoji by what it is called.
import { wordsOf } from '#protocol/words.ts'
import type { EmojiTexts } from '../language/texts.ts'

export interface EmojiGroup {
  readonly name: string
  readonly emoji: readonly { readonly emoji: string; readonly name: string }[]
}

/** Those of which every typed word begins a word; all of them while nothing is typed. */
export function findEmoji(typed: string, { groups, words }: EmojiTexts): readonly EmojiGroup[] {
  const sought = wordsOf(typed)
  const fits = ([, called]: [emoji: string, called: string]) => {
    const known = wordsOf(called)
    return sought.every(word => known.some(one => one.startsWith(word)))
  }
  const found = (Object.keys(groups) as (keyof typeof groups)[]).map(group => ({
    name: groups[group],
    emoji: Object.entries(words[group]).filter(fits).map(read),
  }))
  return found.filter(({ emoji }) => emoji.length > 0)
}

const read = ([emoji, called]: [emoji: string, called: string]) => ({
  emoji,
  name: called.slice(0, called.indexOf(',')),
})
