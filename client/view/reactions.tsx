// The reactions to a message: one for each emoji, which gives it too or takes it back.
import type { Message } from '#protocol/chat.ts'
import type { Reaction } from '#protocol/reaction.ts'
import { isMine, namesOf } from '../state/reacted.ts'
import { may } from '../state/state.ts'
import { useFormats, useTexts, useVisit } from './context.ts'
import { doing } from './doing.ts'
import { Icon } from './icon.tsx'

interface Props {
  readonly message: Message
  readonly reactions: readonly Reaction[]
  readonly past: boolean
}

export function Reactions({ message, reactions, past }: Props) {
  const { session, acts } = useVisit()
  const { room, me } = session.state.value
  const formats = useFormats()
  const texts = useTexts()
  const t = texts.talk.reactions
  if (!room) return null
  const mayReact = !past && may(room, 'chat.react')
  const more = () => {
    doing.value = { what: 'react', room: room.id, message }
  }
  return (
    <ul class="reactions" aria-label={t.title}>
      {reactions.map(reaction => {
        const { emoji, by } = reaction
        const names = formats.list(namesOf(by, room, me?.person, texts))
        return (
          <li key={emoji}>
            <button
              type="button"
              class="reaction"
              disabled={!mayReact}
              aria-pressed={isMine(reaction, me?.person)}
              aria-label={`${emoji} ${by.length}, ${names}`}
              title={names}
              onClick={() => acts.messages.react(room.id, message, emoji)}
            >
              <span class="sign-of">{emoji}</span> {by.length}
            </button>
          </li>
        )
      })}
      {mayReact && (
        <li>
          <button type="button" class="reaction add" aria-label={t.another} onClick={more}>
            <Icon name="plus" />
          </button>
        </li>
      )}
    </ul>
  )
}
