// What one does in a call.
import { useState } from 'preact/hooks'
import type { Seat } from '../../call/seat.ts'
import { useVisit } from '../context.ts'
import type { FullScreen } from './full-screen.ts'
import { More } from './more.tsx'
import { Round } from './round.tsx'
import { useCallTexts } from './texts.ts'

interface Props {
  readonly seat: Seat
  readonly full: FullScreen
}

export function Controls({ seat, full }: Props) {
  const { acts } = useVisit()
  const t = useCallTexts()
  const [more, setMore] = useState(false)
  const { mic, camera, share } = seat.own
  return (
    <div class="call-bar" role="toolbar" aria-label={t.controls}>
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
      <Round sign="more" label={t.more.title} onClick={() => setMore(true)} />
      <Round sign="leave call" kind="leave" label={t.leave} onClick={() => acts.live.leave()} />
      {more && <More seat={seat} full={full} onClose={() => setMore(false)} />}
    </div>
  )
}
