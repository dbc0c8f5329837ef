// Finding an emoji by what it is called.
import type { EmojiTexts } from '../language/texts.ts'
import { isCalled } from './called.ts'

export interface EmojiGroup {
  readonly name: string
  readonly emoji: readonly { readonly emoji: string; readonly name: string }[]
}

/** All of them while nothing is typed. */
export function findEmoji(typed: string, { groups, words }: EmojiTexts): readonly EmojiGroup[] {
  const fits = ([, called]: [emoji: string, called: string]) => isCalled(called, typed)
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
