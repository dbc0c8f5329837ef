// What somebody wrote, as text and nothing else; web addresses can be followed.
import type { ComponentChildren } from 'preact'
import type { Mentions } from '#protocol/mention.ts'
import { partsOf } from '../state/links.ts'
import { MarkedText } from './mentions.tsx'

interface Props {
  readonly text: string
  readonly mentions?: Mentions | undefined
  readonly children?: ComponentChildren
}

/** The children are said about the text and stand behind it. */
export function Text({ text, mentions, children }: Props) {
  return (
    <p class="body" dir="auto">
      <span class="text">
        {partsOf(text).map((part, index) =>
          part.href ? (
            <a key={index} href={part.href} target="_blank" rel="noopener noreferrer">
              {part.text}
            </a>
          ) : mentions ? (
            <MarkedText key={index} text={part.text} mentions={mentions} />
          ) : (
            part.text
          ),
        )}
      </span>
      {children}
    </p>
  )
}
