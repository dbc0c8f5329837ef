// The message that is kept in sight: a bar below the header, which leads to where it was said.
import { may, type Room } from '../state/state.ts'
import { useTexts, useVisit } from './context.ts'
import { Icon } from './icon.tsx'
import { Snippet } from './snippet.tsx'

export function Pinned({ room }: { room: Room }) {
  const { acts } = useVisit()
  const t = useTexts().talk
  const { pinned } = room
  if (!pinned || pinned.deleted) return null
  return (
    <section class="pinned" aria-label={t.message.pinned}>
      <button type="button" class="pinned-what" onClick={() => void acts.pages.jump(room, pinned.seq)}>
        <Icon name="pin" />
        <Snippet message={pinned} />
      </button>
      {may(room, 'chat.pin') && (
        <button
          type="button"
          class="sign"
          aria-label={t.doing.unpin}
          title={t.doing.unpin}
          onClick={() => acts.messages.pin(room.id, pinned.id, false)}
        >
          <Icon name="close" />
        </button>
      )}
    </section>
  )
}
