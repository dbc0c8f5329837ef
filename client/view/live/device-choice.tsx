// Which microphone, or which camera.
import { useEffect, useId, useState } from 'preact/hooks'
import { listDevices } from '../../call/devices.ts'
import type { OwnDevice } from '../../call/own-device.ts'

export function DeviceChoice({ own, label }: { own: OwnDevice; label: string }) {
  const id = useId()
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([])
  const track = own.track.value
  useEffect(() => {
    const list = () => void listDevices(own.device).then(setDevices)
    list()
    navigator.mediaDevices?.addEventListener('devicechange', list)
    return () => navigator.mediaDevices?.removeEventListener('devicechange', list)
    // Their names are told once one of them is open.
  }, [track])
  if (devices.length < 2) return null
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={track?.getSettings().deviceId ?? own.chosen.value}
        onChange={event => void own.choose(event.currentTarget.value)}
      >
        {devices.map(device => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label}
          </option>
        ))}
      </select>
    </div>
  )
}
