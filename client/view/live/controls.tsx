// What one does in a call.
import type { Seat } from '../../call/seat.ts'
import { useVisit } from '../context.ts'
import { Sign, type SignName } from './sign.tsx'
import { useCallTexts } from './texts.ts'

export function Controls({ seat: { own } }: { seat: Seat }) {
  const { acts } = useVisit()
  const t = useCallTexts()
  const { mic, camera, share } = own
  const trouble =
    (mic.trouble.value && t.trouble.mic[mic.trouble.value]) ||
    (camera.trouble.value && t.trouble.camera[camera.trouble.value]) ||
    (share.trouble.value && t.trouble.share[share.trouble.value])
  return (
    <div class="call-bar" role="toolbar" aria-label={t.controls}>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <Toggle
        on={mic.on.value}
        signs={['mic', 'mic off']}
        label={mic.on.value ? t.mute : t.unmute}
        onClick={() => void mic.set(!mic.on.value)}
      />
      <Toggle
        on={camera.on.value}
        signs={['camera', 'camera off']}
        label={camera.on.value ? t.cameraOff : t.cameraOn}
        onClick={() => void camera.set(!camera.on.value)}
      />
      <button
        type="button"
        class={share.on ? 'round active' : 'round'}
        aria-label={share.on ? t.stopShare : t.share}
        title={share.on ? t.stopShare : t.share}
        onClick={() => (share.on ? share.stop() : void share.start())}
      >
        <Sign name="screen" />
      </button>
      <button
        type="button"
        class="round leave"
        aria-label={t.leave}
        title={t.leave}
        onClick={() => acts.live.leave()}
      >
        <Sign name="leave call" />
      </button>
    </div>
  )
}

interface Props {
  readonly on: boolean
  readonly signs: readonly [SignName, SignName]
  readonly label: string
  readonly onClick: () => void
}

const Toggle = ({ on, signs: [yes, no], label, onClick }: Props) => (
  <button type="button" class={on ? 'round' : 'round off'} aria-label={label} title={label} onClick={onClick}>
    <Sign name={on ? yes : no} />
  </button>
)
