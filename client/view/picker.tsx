// Choosing an emoji: by looking, by typing what it is called, and by the arrow keys.
import { useEffect, useRef, useState } from 'preact/hooks'
import { fetchTexts } from '../language/sources.ts'
import type { EmojiTexts } from '../language/texts.ts'
import { type EmojiGroup, findEmoji } from '../state/emoji.ts'
import { useTexts, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'
import { step } from './steps.ts'

interface Props {
  readonly onPick: (emoji: string) => void
  readonly onClose: () => void
}

export function Picker({ onPick, onClose }: Props) {
  const { language } = useVisit()
  const { doing, emoji: t } = useTexts().talk
  const [coming] = useState(() => fetchTexts(language.name, 'emoji'))
  const [known, setKnown] = useState<EmojiTexts>()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => {
    field.current?.focus()
    coming.then(setKnown, () => {})
  }, [])
  const groups = known ? findEmoji(typed, known) : []
  const first = firstOf(groups)
  const pick = (emoji: string | undefined) => {
    if (!emoji) return
    onPick(emoji)
    // So that the focus goes back to where it came from.
    field.current?.closest('dialog')?.close()
  }
  /** Also by who is faster than the words. */
  const choose = (event: Event) => {
    event.preventDefault()
    if (typed.trim())
      coming.then(
        words => pick(firstOf(findEmoji(typed, words))),
        () => {},
      )
  }
  const toGrid = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    grid.current?.querySelector('button')?.focus()
  }
  return (
    <Dialog title={doing.react} onClose={onClose}>
      <form onSubmit={choose}>
        <input
          ref={field}
          type="search"
          aria-label={t.find}
          placeholder={t.example}
          autocomplete="off"
          value={typed}
          onInput={event => setTyped(event.currentTarget.value)}
          onKeyDown={toGrid}
        />
      </form>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move among the buttons inside */}
      <div class="emoji" ref={grid} aria-busy={!known} onKeyDown={step}>
        {groups.map(({ name, emoji }) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            <div class="choice">
              {emoji.map(({ emoji, name }) => (
                <button
                  key={emoji}
                  type="button"
                  aria-label={name}
                  title={name}
                  tabIndex={emoji === first ? 0 : -1}
                  onClick={() => pick(emoji)}
                >
                  {emoji}
                </button>
              ))}
            </div>
          </section>
        ))}
        {known && !first && (
          <p class="soft" role="status">
            {t.none}
          </p>
        )}
      </div>
    </Dialog>
  )
}

const firstOf = (groups: readonly EmojiGroup[]) => groups[0]?.emoji[0]?.emoji
