// What a room is called and about, which those who may change with a click, and whether it stays.
import { useEffect, useRef, useState } from 'preact/hooks'
import { TOPIC_LENGTH } from '#protocol/limits.ts'
import { may, type Room } from '../state/state.ts'
import { useTexts, useVisit } from './context.ts'
import { Icon } from './icon.tsx'
import { Naming } from './naming.tsx'

export function Topic({ room }: { room: Room }) {
  const [editing, setEditing] = useState(false)
  const [naming, setNaming] = useState(false)
  const props = { room, onTopic: () => setEditing(true), onName: () => setNaming(true) }
  if (editing) return <TopicField room={room} onDone={() => setEditing(false)} />
  return (
    <>
      <div class="topic">
        {room.name === null ? <Unnamed {...props} /> : <Named {...props} name={room.name} />}
      </div>
      {naming && <Naming room={room} onClose={() => setNaming(false)} />}
    </>
  )
}

interface Props {
  readonly room: Room
  readonly onTopic: () => void
  readonly onName: () => void
}

function Unnamed({ room, onTopic, onName }: Props) {
  const {
    page,
    room: { topic: t, naming, isLocked },
  } = useTexts()
  const { topic, locked } = room.settings
  const text = topic || page.unnamed
  // On a phone there is no space for both.
  const mayName = may(room, 'room.name')
  return (
    <>
      <h1>
        {may(room, 'room.set') ? (
          <Rename text={text} title={t.wanted} onClick={onTopic} />
        ) : (
          <span>{text}</span>
        )}
      </h1>
      <p class="soft below">
        <span>
          {locked ? isLocked : t.vanishes}
          {!locked && <span class={mayName ? 'wide' : undefined}> {t.whenEmpty}</span>}
        </span>
        {mayName && (
          <button type="button" class="plain" title={t.staysByName} onClick={onName}>
            {naming.name}
          </button>
        )}
      </p>
    </>
  )
}

function Named({ room, name, onTopic, onName }: Props & { name: string }) {
  const { topic: t, naming, isLocked } = useTexts().room
  const { topic, locked } = room.settings
  const about = topic === name ? '' : topic
  return (
    <>
      <h1>
        {may(room, 'room.name') ? (
          <Rename text={name} title={naming.rename} onClick={onName} />
        ) : (
          <span>{name}</span>
        )}
      </h1>
      <p class="soft below">
        {may(room, 'room.set') ? (
          <Rename text={about || t.wanted} title={t.wanted} onClick={onTopic} />
        ) : (
          <span>{about || (locked ? isLocked : t.stays)}</span>
        )}
      </p>
    </>
  )
}

const Rename = ({ text, title, onClick }: { text: string; title: string; onClick: () => void }) => (
  <button type="button" class="rename" title={title} onClick={onClick}>
    <span>{text}</span>
    <Icon name="edit" />
  </button>
)

function TopicField({ room, onDone }: { room: Room; onDone: () => void }) {
  const { acts } = useVisit()
  const { label, question } = useTexts().room.topic
  const [text, setText] = useState(room.settings.topic)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const save = (event: Event) => {
    event.preventDefault()
    if (text.trim() !== room.settings.topic) acts.host.set(room, { topic: text.trim() })
    onDone()
  }
  return (
    <form class="topic" onSubmit={save}>
      <input
        type="text"
        aria-label={label}
        placeholder={question}
        value={text}
        maxLength={TOPIC_LENGTH}
        ref={field}
        onInput={event => setText(event.currentTarget.value)}
        onKeyDown={event => event.key === 'Escape' && onDone()}
        onBlur={save}
      />
    </form>
  )
}
