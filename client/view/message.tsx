// One message, and what its author and those who run the room can do with it.
import { useState } from 'preact/hooks'
import type { Message } from '#protocol/chat.ts'
import { may, type Room } from '../state/state.ts'
import { Confirm } from './confirm.tsx'
import { useVisit } from './context.ts'
import { EditField } from './edit.tsx'
import { editing } from './editing.ts'
import { Icon } from './icon.tsx'
import { Text } from './text.tsx'
import { momentOf } from './time.ts'

interface Props {
  readonly room: Room
  readonly message: Message
  readonly past: boolean
}

export function MessageRow({ room, message, past }: Props) {
  const me = useVisit().session.state.value.me?.person
  const own = message.by === me
  if (message.deleted) return <p class="message gone">This message was deleted</p>
  if (editing.value === message.id && own && !past) return <EditField room={room} message={message} />
  return (
    // Can have the focus, so that a tap on a touch screen shows what can be done.
    <div class="message" tabIndex={-1}>
      <Text text={message.text} />
      {message.edited && (
        <small class="soft" title={momentOf(message.edited)}>
          (edited)
        </small>
      )}
      {!past && <Tools room={room} message={message} own={own} />}
    </div>
  )
}

function Tools({ room, message, own }: { room: Room; message: Message; own: boolean }) {
  const { acts } = useVisit()
  const [asking, setAsking] = useState(false)
  if (!own && !may(room, 'chat.delete others')) return null
  return (
    <div class="acts">
      {own && (
        <button type="button" class="sign" aria-label="Edit" title="Edit" onClick={() => edit(message)}>
          <Icon name="edit" />
        </button>
      )}
      <button type="button" class="sign" aria-label="Delete" title="Delete" onClick={() => setAsking(true)}>
        <Icon name="bin" />
      </button>
      {asking && (
        <Confirm
          title="Delete this message?"
          text="Its text is gone for everybody, at once."
          yes="Delete"
          no="Keep it"
          onYes={() => acts.delete(room, message.id)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

function edit({ id }: Message): void {
  editing.value = id
}
