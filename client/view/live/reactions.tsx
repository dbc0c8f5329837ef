// Emoji for the moment: sending them, and those that rise over somebody's tile.
import type { PersonId } from '#protocol/id.ts'
import { EMOJI, type Gestures } from '../../call/gestures.ts'
import { type Room, someoneIn } from '../../state/state.ts'
import { step } from '../steps.ts'
import { useCallTexts } from './texts.tsx'

interface Props {
  readonly gestures: Gestures
  readonly onSent?: () => void
}

export function SendReaction({ gestures, onSent }: Props) {
  const t = useCallTexts().reactions
  const send = (emoji: string) => {
    gestures.react(emoji)
    onSent?.()
  }
  return (
    <div class="send-reaction" role="toolbar" aria-label={t.title} onKeyDown={step}>
      {EMOJI.map((emoji, at) => (
        <button
          key={emoji}
          type="button"
          aria-label={t.names[at]}
          title={t.names[at]}
          tabIndex={at === 0 ? 0 : -1}
          onClick={() => send(emoji)}
        >
          {emoji}
        </button>
      ))}
    </div>
  )
}

/** Beside each other, so that none hides another one. */
export function Rising({ gestures, person }: { gestures: Gestures; person: PersonId }) {
  const his = gestures.shown.value.filter(({ by }) => by === person)
  return (
    <div class="rising" aria-hidden="true">
      {his.map(({ key, emoji }) => (
        <span key={key} style={{ left: `${20 + ((key * 37) % 60)}%` }}>
          {emoji}
        </span>
      ))}
    </div>
  )
}

/** For who does not see them. */
export function SaidReactions({ gestures, room }: { gestures: Gestures; room: Room }) {
  const last = gestures.shown.value.at(-1)
  const name = last && someoneIn(room, last.by)?.name
  return (
    <p class="unseen" role="status">
      {last && `${name}: ${last.emoji}`}
    </p>
  )
}
