// What somebody wrote, as text and nothing else; web addresses can be followed.
import type { ComponentChildren } from 'preact'
import { partsOf } from '../state/links.ts'

/** The children are said about the text and stand behind it. */
export function Text({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <p class="body" dir="auto">
      <span class="text">
        {partsOf(text).map((part, index) =>
          part.href ? (
            <a key={index} href={part.href} target="_blank" rel="noopener noreferrer">
              {part.text}
            </a>
          ) : (
            part.text
          ),
        )}
      </span>
      {children}
    </p>
  )
}
