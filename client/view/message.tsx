// One message, and what its author and those who run the room can do with it.
import { useState } from 'preact/hooks'
import type { Message } from '#protocol/chat.ts'
import type { RoomId } from '#protocol/id.ts'
import { callsMe } from '../state/calls.ts'
import { Confirm } from './confirm.tsx'
import { useVisit } from './context.ts'
import { EditField } from './edit.tsx'
import { editing } from './editing.ts'
import { Files } from './files.tsx'
import { Icon } from './icon.tsx'
import { Text } from './text.tsx'
import { momentOf } from './time.ts'

interface Props {
  readonly room: RoomId
  readonly message: Message
  readonly mayEdit: boolean
  readonly mayDelete: boolean
}

export function MessageRow(props: Props) {
  const { room, message, mayEdit } = props
  const { state } = useVisit().session
  const isForMe = message.mentions && callsMe(message, state.value)
  if (message.deleted)
    return (
      <p class="message gone" data-seq={message.seq}>
        This message was deleted
      </p>
    )
  if (mayEdit && editing.value === message.key) return <EditField room={room} message={message} />
  return (
    // Can have the focus, so that a tap on a touch screen shows what can be done.
    <div class={isForMe ? 'message calls' : 'message'} data-seq={message.seq} tabIndex={-1}>
      <Text text={message.text} mentions={message.mentions}>
        {message.edited && (
          <small class="soft" title={momentOf(message.edited)}>
            (edited)
          </small>
        )}
      </Text>
      {message.files && <Files room={room} files={message.files} />}
      <Tools {...props} />
    </div>
  )
}

function Tools({ room, message, mayEdit, mayDelete }: Props) {
  const { acts } = useVisit()
  const [asking, setAsking] = useState(false)
  if (!mayEdit && !mayDelete) return null
  return (
    <div class="acts">
      {mayEdit && (
        <button type="button" class="sign" aria-label="Edit" title="Edit" onClick={() => edit(message)}>
          <Icon name="edit" />
        </button>
      )}
      {mayDelete && (
        <button type="button" class="sign" aria-label="Delete" title="Delete" onClick={() => setAsking(true)}>
          <Icon name="bin" />
        </button>
      )}
      {asking && (
        <Confirm
          title="Delete this message?"
          text={`${message.files ? 'Its text and files are' : 'Its text is'} gone for everybody, at once.`}
          yes="Delete"
          no="Keep it"
          onYes={() => acts.talk.delete(room, message.id)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

function edit({ key }: Message): void {
  editing.value = key
}
