// What one does in a call.
import { useState } from 'preact/hooks'
import type { PeerId } from '#protocol/id.ts'
import type { Gestures } from '../../call/gestures.ts'
import type { Seat } from '../../call/seat.ts'
import type { Room } from '../../state/state.ts'
import { useVisit } from '../context.ts'
import { step } from '../steps.ts'
import { Duration } from './duration.tsx'
import type { FullScreen } from './full-screen.ts'
import { More } from './more.tsx'
import { Reacting } from './reacting.tsx'
import { Round } from './round.tsx'
import { Statistics } from './statistics.tsx'
import { useCallTexts } from './texts.tsx'

export interface ControlsProps {
  readonly room: Room
  readonly seat: Seat
  readonly gestures: Gestures
  readonly full: FullScreen
}

export function Controls(props: ControlsProps) {
  const { room, seat, gestures } = props
  const { acts } = useVisit()
  const t = useCallTexts()
  const [open, setOpen] = useState<'more' | 'statistics'>()
  const close = () => setOpen(undefined)
  const { mic, camera, share } = seat.own
  const hasHandUp = isHandUp(room, seat.id)
  return (
    <>
      <div class="call-bar" role="toolbar" aria-label={t.controls} onKeyDown={step}>
        {room.live && <Duration since={room.live.since} />}
        <Round
          sign={mic.on.value ? 'mic' : 'mic off'}
          kind={mic.on.value ? undefined : 'off'}
          label={mic.on.value ? t.mute : t.unmute}
          onClick={() => void mic.set(!mic.on.value)}
        />
        <Round
          sign={camera.on.value ? 'camera' : 'camera off'}
          kind={camera.on.value ? undefined : 'off'}
          label={camera.on.value ? t.cameraOff : t.cameraOn}
          onClick={() => void camera.set(!camera.on.value)}
        />
        <Round
          roomy
          sign="screen"
          kind={share.on ? 'active' : undefined}
          label={share.on ? t.stopShare : t.share}
          onClick={() => share.toggle()}
        />
        <Round
          sign="hand"
          kind={hasHandUp ? 'active' : undefined}
          label={hasHandUp ? t.hand.lower : t.hand.raise}
          onClick={() => gestures.raise(!hasHandUp)}
        />
        <Reacting gestures={gestures} />
        <Round sign="more" label={t.more.title} onClick={() => setOpen('more')} />
        <Round sign="leave call" kind="leave" label={t.leave} onClick={() => acts.live.leave()} />
      </div>
      {open === 'more' && <More {...props} onStatistics={() => setOpen('statistics')} onClose={close} />}
      {open === 'statistics' && <Statistics room={room} seat={seat} onClose={close} />}
    </>
  )
}

export const isHandUp = ({ live }: Room, me: PeerId) =>
  live?.peers.some(({ id, hand }) => id === me && hand !== null) ?? false
