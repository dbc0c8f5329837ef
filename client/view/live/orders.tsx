// What who runs the room may do with somebody in the call.
import type { PersonId } from '#protocol/id.ts'
import { Presiding } from '../../act/presiding.ts'
import { type OrderName, ordersFor, peerOf } from '../../state/presiding.ts'
import type { Room } from '../../state/state.ts'
import { Choices } from '../choices.tsx'
import { useVisit } from '../context.ts'
import { InCallWords, useCallTexts } from './texts.tsx'

interface Props {
  readonly room: Room
  readonly person: PersonId
  readonly onDone: () => void
}

/** Where there is no call around it. */
export const OrdersOutside = (props: Props) => (
  <InCallWords>
    <Orders {...props} />
  </InCallWords>
)

export function Orders({ room, person, onDone }: Props) {
  const { session } = useVisit()
  const t = useCallTexts().orders
  const peer = peerOf(room, person)
  if (!peer || person === session.state.value.me?.person) return null
  const presiding = new Presiding(session, room)
  const choices = ordersFor(room, peer).map(name => ({
    ...t[name],
    danger: name === 'remove',
    run: () => {
      runs[name](presiding, person)
      onDone()
    },
  }))
  return choices.length > 0 ? <Choices choices={choices} /> : null
}

const runs: Readonly<Record<OrderName, (presiding: Presiding, person: PersonId) => void>> = {
  mute: (presiding, person) => presiding.stop(person, 'mic'),
  stopCamera: (presiding, person) => presiding.stop(person, 'camera'),
  stopShare: (presiding, person) => presiding.stop(person, 'share'),
  lower: (presiding, person) => presiding.lower(person),
  remove: (presiding, person) => presiding.remove(person),
}
