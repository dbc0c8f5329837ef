// Offers names while one writes an @ and the beginning of one: by the arrows and Enter or Tab, by a click or a touch.
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Mentionable, mentionables, offered, writtenMention } from '../state/mentions.ts'
import type { Room } from '../state/state.ts'
import { useTexts, useVisit } from './context.ts'
import { Face } from './face.tsx'

interface Field {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly text: string
  readonly write: (text: string) => void
  readonly room: Room
}

export function useCompletion({ field, text, write, room }: Field) {
  const state = useVisit().session.state.value
  const [chosen, choose] = useState(0)
  /** The text in which nothing is offered any more, because it was declined or done. */
  const [declined, decline] = useState<string>()
  const caret = useRef<number>(undefined)
  const begun =
    declined === text ? undefined : writtenMention(text, field.current?.selectionStart ?? text.length)
  const offers = begun ? offered(mentionables(room, state), begun.begun) : []
  const current = Math.min(chosen, offers.length - 1)

  // After the text has changed: before, the field would put the caret at its end.
  useLayoutEffect(() => {
    if (caret.current !== undefined) field.current?.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
    decline(before => (before === text ? before : undefined))
  }, [text])

  const take = (offer: Mentionable | undefined) => {
    if (!offer || !begun) return
    const mention = `@${offer.name} `
    const rest = text.slice(begun.at + 1 + begun.begun.length)
    const whole = text.slice(0, begun.at) + mention + rest.replace(/^ /, '')
    caret.current = begun.at + mention.length
    write(whole)
    decline(whole)
    choose(0)
  }
  /** True when the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (offers.length === 0 || event.isComposing || event.shiftKey) return false
    if (step) choose((current + step + offers.length) % offers.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(offers[current])
    else if (event.key === 'Escape') decline(text)
    else return false
    event.preventDefault()
    return true
  }
  return { offers, current, take, onKey, close: () => decline(text) }
}

export type Offering = ReturnType<typeof useCompletion>

/** What the field says of the list to who does not see it. */
export const describes = ({ offers, current }: Offering) => ({
  'aria-autocomplete': 'list' as const,
  'aria-haspopup': 'listbox' as const,
  'aria-controls': offers.length > 0 ? 'names' : undefined,
  'aria-activedescendant': offers.length > 0 ? `name-${current}` : undefined,
})

export function Completion({ offering: { offers, current, take } }: { offering: Offering }) {
  const t = useTexts().talk.mentions
  return (
    <>
      <p class="unseen" role="status">
        {offers.length > 0 && t.fit(offers.length)}
      </p>
      {offers.length > 0 && (
        <div class="completion" id="names" role="listbox" aria-label={t.title}>
          {offers.map((offer, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the field
            <div
              key={'person' in offer ? offer.person : offer.name}
              id={`name-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              // The field keeps the focus, and a phone its keyboard.
              onMouseDown={event => event.preventDefault()}
              onClick={() => take(offer)}
            >
              <Offer offer={offer} />
            </div>
          ))}
        </div>
      )}
    </>
  )
}

function Offer({ offer }: { offer: Mentionable }) {
  const about = useAbout(offer)
  return (
    <>
      {'person' in offer ? (
        <Face person={offer.person} name={offer.name} size={24} />
      ) : (
        <span class="at">@</span>
      )}
      <span class="nick">{offer.name}</span>
      <span class="soft">{about}</span>
    </>
  )
}

function useAbout(offer: Mentionable): string {
  const { people, talk } = useTexts()
  if ('person' in offer) return offer.here ? '' : people.notHere
  return 'group' in offer ? talk.mentions.group : talk.mentions.all[offer.name]
}
