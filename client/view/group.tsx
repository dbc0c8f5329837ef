// What one person said in a row. Drawn anew only when something in it changed, so that a long talk stays light.
import { Component } from 'preact'
import type { PersonId, RoomId } from '#protocol/id.ts'
import type { Group as What } from '../state/lines.ts'
import { Avatar } from './avatar.tsx'
import { MessageRow } from './message.tsx'
import { PendingMessage } from './pending.tsx'
import { momentOf, timeOf } from './time.ts'

interface Props {
  readonly group: What
  readonly room: RoomId
  readonly me: PersonId | undefined
  /** Whether this visitor may delete what others said. */
  readonly mayDelete: boolean
}

export class Group extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { group, room, me, mayDelete } = this.props
    return !(same(group, next.group) && room === next.room && me === next.me && mayDelete === next.mayDelete)
  }

  override render({ group, room, me, mayDelete }: Props) {
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
        {messages.map(message => {
          const { pending } = message
          if (pending) return <PendingMessage key={message.key} room={room} pending={pending} />
          const own = message.by === me && !past
          const rights = { mayEdit: own, mayDelete: own || (mayDelete && !past) }
          return <MessageRow key={message.key} room={room} message={message} {...rights} />
        })}
      </section>
    )
  }
}

const same = (one: What, other: What) =>
  one.past === other.past &&
  one.messages.length === other.messages.length &&
  one.messages.every((message, index) => message === other.messages[index])
