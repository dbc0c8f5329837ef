// What somebody wrote, as text and nothing else; web addresses can be followed.
import { partsOf } from '../state/links.ts'

export function Text({ text }: { text: string }) {
  return (
    <p class="text" dir="auto">
      {partsOf(text).map((part, index) =>
        part.href ? (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </p>
  )
}
