// The devices of a call, also while one is in it.
import { keepChoice } from '../../call/choice.ts'
import type { Own } from '../../call/own.ts'
import { DeviceChoice } from './device-choice.tsx'
import { Meter } from './meter.tsx'
import { Speaker } from './speaker.tsx'
import { useCallTexts } from './texts.tsx'

export function Devices({ own }: { own: Own }) {
  const t = useCallTexts()
  const { mic, camera } = own
  return (
    <>
      {mic.track.value && <Meter track={mic.track.value} />}
      {mic.trouble.value && <p class="trouble">{t.trouble.mic[mic.trouble.value]}</p>}
      <DeviceChoice
        device="mic"
        label={t.prejoin.microphone}
        value={mic.track.value?.getSettings().deviceId ?? mic.chosen.value}
        onChange={id => {
          keepChoice({ mic: id })
          void mic.choose(id)
        }}
      />
      {camera.trouble.value && <p class="trouble">{t.trouble.camera[camera.trouble.value]}</p>}
      <DeviceChoice
        device="camera"
        label={t.prejoin.camera}
        value={camera.track.value?.getSettings().deviceId ?? camera.chosen.value}
        onChange={id => {
          keepChoice({ camera: id })
          void camera.choose(id)
        }}
      />
      <Speaker own={own} />
    </>
  )
}
