// Before one joins: how one looks and sounds, and by which devices.
import { useEffect, useState } from 'preact/hooks'
import { keepChoice, keptChoice } from '../../call/choice.ts'
import { Own } from '../../call/own.ts'
import type { OwnDevice } from '../../call/own-device.ts'
import type { Room } from '../../state/state.ts'
import { useVisit } from '../context.ts'
import { Dialog } from '../dialog.tsx'
import { Tick } from '../tick.tsx'
import { Devices } from './devices.tsx'
import { Picture } from './media.tsx'
import { Sign, type SignName } from './sign.tsx'
import { useCallTexts } from './texts.tsx'

export function Prejoin({ room }: { room: Room }) {
  const { acts, device } = useVisit()
  const t = useCallTexts()
  const { own, take } = useOwn()
  const [relayOnly, setRelayOnly] = useState(keptChoice().relayOnly)
  const { mic, camera } = own
  const join = () => {
    keepChoice({ micOn: mic.on.value, cameraOn: camera.on.value, relayOnly })
    take()
    void acts.live.join(room, own)
  }
  /** This time only: next time he is asked as before. */
  const watch = async () => {
    await Promise.all([mic.set(false), camera.set(false)])
    take()
    void acts.live.join(room, own)
  }
  const track = camera.track.value
  return (
    <Dialog title={t.prejoin.title} onClose={() => acts.live.stopChoosing()}>
      <div class="prejoin">
        <div class="mirror">
          {track ? (
            <Picture track={track} class={device.now.mirror ? 'mirrored' : undefined} />
          ) : (
            <p>{t.prejoin.cameraOff}</p>
          )}
          <div class="call-bar">
            <Switch device={mic} signs={['mic', 'mic off']} on={t.unmute} off={t.mute} />
            <Switch device={camera} signs={['camera', 'camera off']} on={t.cameraOn} off={t.cameraOff} />
          </div>
        </div>
        <Devices own={own} />
        <Tick label={t.prejoin.hide} about={t.prejoin.aboutHide} on={relayOnly} onChange={setRelayOnly} />
        <div class="row ways-in">
          <button type="button" class="button main large" onClick={join}>
            {t.prejoin.join}
          </button>
          <button type="button" class="button quiet" onClick={() => void watch()}>
            {t.prejoin.watch}
          </button>
        </div>
      </div>
    </Dialog>
  )
}

/** Opened when one begins to choose, and closed unless one takes them along. */
function useOwn() {
  const [own] = useState(() => new Own(keptChoice()))
  const [taken] = useState({ now: false })
  useEffect(() => {
    const { micOn, cameraOn } = keptChoice()
    // One question after the other.
    void (async () => {
      if (micOn) await own.mic.set(true)
      if (cameraOn) await own.camera.set(true)
    })()
    return () => taken.now || own.close()
  }, [])
  const take = () => {
    taken.now = true
  }
  return { own, take }
}

interface SwitchProps {
  readonly device: OwnDevice
  readonly signs: readonly [SignName, SignName]
  readonly on: string
  readonly off: string
}

function Switch({ device, signs: [yes, no], on, off }: SwitchProps) {
  const isOn = device.on.value
  const label = isOn ? off : on
  return (
    <button
      type="button"
      class={isOn ? 'round' : 'round off'}
      aria-label={label}
      title={label}
      onClick={() => void device.set(!isOn)}
    >
      <Sign name={isOn ? yes : no} />
    </button>
  )
}
