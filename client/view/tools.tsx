// What can be done with a message: a row of buttons, of which the first has a tab stop and the arrows reach the rest.
import type { Message } from '#protocol/chat.ts'
import { may } from '../state/state.ts'
import { useTexts, useVisit } from './context.ts'
import { type Doing, doing } from './doing.ts'
import { editing } from './editing.ts'
import { focusComposer } from './focus.ts'
import { Icon, type IconName } from './icon.tsx'
import { step } from './steps.ts'

interface Tool {
  readonly name: string
  readonly icon: IconName
  readonly run: () => void
}

export function Tools({ message, own }: { message: Message; own: boolean }) {
  const t = useTexts().talk.doing
  const tools = useTools(message, own)
  if (tools.length === 0) return null
  return (
    <div class="acts" role="toolbar" aria-label={t.title} onKeyDown={step}>
      {tools.map(({ name, icon, run }, at) => (
        <button
          key={name}
          type="button"
          class="sign"
          aria-label={name}
          title={name}
          tabIndex={at === 0 ? 0 : -1}
          onClick={run}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  )
}

function useTools(message: Message, own: boolean): Tool[] {
  const { session, acts } = useVisit()
  const t = useTexts().talk.doing
  const { room } = session.state.value
  if (!room) return []
  const { id, key } = message
  const start = (what: Doing['what']) => () => {
    doing.value = { what, room: room.id, message }
  }
  const answer = () => {
    acts.drafts.change(room.id, { reply: id })
    focusComposer()
  }
  const edit = () => {
    editing.value = { key }
  }
  const isPinned = room.pinned?.id === id
  const pin = () => acts.messages.pin(room.id, id, !isPinned)
  const mayDelete = own ? 'chat.delete' : 'chat.delete others'
  return [
    may(room, 'chat.react') && { name: t.react, icon: 'react' as const, run: start('react') },
    may(room, 'chat.send') && { name: t.answer, icon: 'answer' as const, run: answer },
    own && may(room, 'chat.edit') && { name: t.edit, icon: 'edit' as const, run: edit },
    may(room, 'chat.pin') && { name: isPinned ? t.unpin : t.pin, icon: 'pin' as const, run: pin },
    may(room, mayDelete) && { name: t.delete, icon: 'bin' as const, run: start('delete') },
  ].filter(tool => tool !== false)
}
