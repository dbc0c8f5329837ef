// What a room is about, which those who may change with a click.
import { useEffect, useRef, useState } from 'preact/hooks'
import { may, type Room } from '../state/state.ts'
import { UNNAMED } from '../state/title.ts'
import { useVisit } from './context.ts'
import { Icon } from './icon.tsx'

export function Topic({ room }: { room: Room }) {
  const [editing, setEditing] = useState(false)
  const { topic, locked } = room.settings
  const below = locked ? 'Locked: people ask to be let in' : 'Vanishes when empty'
  if (editing) return <TopicField room={room} onDone={() => setEditing(false)} />
  return (
    <div class="topic">
      <h1>
        {may(room, 'room.set') ? (
          <button type="button" class="rename" title="Say what it is about" onClick={() => setEditing(true)}>
            <span>{topic || UNNAMED}</span>
            <Icon name="edit" />
          </button>
        ) : (
          <span>{topic || UNNAMED}</span>
        )}
      </h1>
      <p class="soft">{below}</p>
    </div>
  )
}

function TopicField({ room, onDone }: { room: Room; onDone: () => void }) {
  const { acts } = useVisit()
  const [text, setText] = useState(room.settings.topic)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const save = (event: Event) => {
    event.preventDefault()
    if (text.trim() !== room.settings.topic) acts.set(room, { topic: text.trim() })
    onDone()
  }
  return (
    <form class="topic" onSubmit={save}>
      <input
        type="text"
        aria-label="What the room is about"
        placeholder="What is it about?"
        value={text}
        maxLength={200}
        ref={field}
        onInput={event => setText(event.currentTarget.value)}
        onKeyDown={event => event.key === 'Escape' && onDone()}
        onBlur={save}
      />
    </form>
  )
}
