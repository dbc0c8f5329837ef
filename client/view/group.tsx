// What one person said in a row.
import type { Group as What } from '../state/lines.ts'
import type { Room } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { MessageRow } from './message.tsx'
import { momentOf, timeOf } from './time.ts'

export function Group({ room, group }: { room: Room; group: What }) {
  const { name, at, messages, past } = group
  return (
    <section class={past ? 'group past' : 'group'} aria-label={name}>
      <Avatar name={name} />
      <p class="by">
        <strong>{name}</strong>
        <time dateTime={new Date(at).toISOString()} title={momentOf(at)}>
          {timeOf(at)}
        </time>
      </p>
      {messages.map(message => (
        <MessageRow key={message.id} room={room} message={message} past={past} />
      ))}
    </section>
  )
}
