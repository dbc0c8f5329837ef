// How it is with calls in a room: among its settings.
import type { Room } from '../../state/state.ts'
import { useVisit } from '../context.ts'
import { Tick } from '../tick.tsx'
import { OrdersForAll } from './orders-all.tsx'
import { InCallWords, useCallTexts } from './texts.tsx'

interface Props {
  readonly room: Room
  readonly onClose: () => void
}

export const RoomLive = (props: Props) => (
  <InCallWords>
    <Settings {...props} />
  </InCallWords>
)

function Settings({ room, onClose }: Props) {
  const { acts } = useVisit()
  const t = useCallTexts().ofRoom
  const { liveLocked, hideAddresses } = room.settings
  return (
    <section class="part room-live">
      <h3>{t.title}</h3>
      <div class="settings">
        <Tick {...t.lock} on={liveLocked} onChange={liveLocked => acts.host.set(room, { liveLocked })} />
        <Tick
          {...t.hide}
          on={hideAddresses}
          onChange={hideAddresses => acts.host.set(room, { hideAddresses })}
        />
      </div>
      <OrdersForAll room={room} onDone={onClose} />
    </section>
  )
}
