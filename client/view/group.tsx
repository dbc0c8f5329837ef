// What one person said in a row. Drawn anew only when something in it changed, so that a long talk stays light.
import { Component, Fragment } from 'preact'
import type { PersonId, RoomId } from '#protocol/id.ts'
import type { Group as What, Written } from '../state/lines.ts'
import type { Readers as ReadersOf } from '../state/reads.ts'
import { Avatar } from './avatar.tsx'
import { Boundary } from './boundary.tsx'
import { useFormats, useTexts } from './context.ts'
import { MessageRow, type Props as RowProps } from './message.tsx'
import { PendingMessage } from './pending.tsx'
import { Readers } from './readers.tsx'

interface Props {
  readonly group: What
  /** The author's own picture, as it is today. */
  readonly face: string | undefined
  readonly room: RoomId
  readonly me: PersonId | undefined
  readonly readers: ReadersOf
  /** Whether only two people are here. */
  readonly pair: boolean
}

export class Group extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { group, face, room, me, readers, pair } = this.props
    const isSame = room === next.room && face === next.face && me === next.me && pair === next.pair
    const reads = ({ id }: Written) => readers.get(id) === next.readers.get(id)
    return !(isSame && same(group, next.group) && group.messages.every(reads))
  }

  override render({ group, face, room, me, readers, pair }: Props) {
    const { name, at, messages, past } = group
    return (
      <section class={past ? 'group past' : 'group'} aria-label={name}>
        <Avatar name={name} face={face} />
        <By name={name} at={at} />
        {messages.map(message => {
          const { pending } = message
          if (pending) return <PendingMessage key={message.key} room={room} pending={pending} />
          const theirs = readers.get(message.id)
          return (
            <Fragment key={message.key}>
              <Boundary instead={<Unshown />}>
                <Row room={room} message={message} own={message.by === me} past={past} />
              </Boundary>
              {theirs && <Readers readers={theirs} pair={pair} />}
            </Fragment>
          )
        })}
      </section>
    )
  }
}

function By({ name, at }: Pick<What, 'name' | 'at'>) {
  const formats = useFormats()
  return (
    <p class="by">
      <strong>{name}</strong>
      <time dateTime={new Date(at).toISOString()} title={formats.moment(at)}>
        {formats.time(at)}
      </time>
    </p>
  )
}

const Unshown = () => <p class="message gone">{useTexts().talk.message.unshown}</p>

/** One more that is said does not draw all before it anew. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate({ room, message, own, past }: RowProps): boolean {
    const now = this.props
    return room !== now.room || message !== now.message || own !== now.own || past !== now.past
  }

  override render(props: RowProps) {
    return <MessageRow {...props} />
  }
}

const same = (one: What, other: What) =>
  one.past === other.past &&
  one.messages.length === other.messages.length &&
  one.messages.every((message, index) => message === other.messages[index])
