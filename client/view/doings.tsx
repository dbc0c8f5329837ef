// The dialogs about a message. They stand apart from it, because its tools are gone when nobody points at it.
import { useEffect } from 'preact/hooks'
import type { Room } from '../state/state.ts'
import { Confirm } from './confirm.tsx'
import { useTexts, useVisit } from './context.ts'
import { doing } from './doing.ts'
import { lazy } from './lazy.tsx'
import { Picker } from './picker.tsx'

const History = lazy(async () => (await import('./history.tsx')).History)

export function Doings({ room }: { room: Room }) {
  const { acts } = useVisit()
  const { page, talk } = useTexts()
  const t = talk.doing
  // Whoever comes back to the room begins something else.
  useEffect(() => close, [room.id])
  const now = doing.value
  if (now?.room !== room.id) return null
  // As it is by now, if it is on this page.
  const message = room.messages.find(({ id }) => id === now.message.id) ?? now.message
  switch (now.what) {
    case 'react':
      return <Picker onPick={emoji => acts.messages.react(room.id, message, emoji)} onClose={close} />
    case 'history':
      return <History room={room.id} message={message} onClose={close} />
    case 'delete':
      return (
        <Confirm
          title={t.deleteThis}
          text={message.files ? t.allIsGone : t.textIsGone}
          yes={t.delete}
          no={page.keep}
          onYes={() => acts.messages.delete(room.id, message.id)}
          onClose={close}
        />
      )
  }
}

const close = () => {
  doing.value = undefined
}
