// Which microphone, camera or speaker, where there are several.
import { useEffect, useId, useState } from 'preact/hooks'
import { type Device, listDevices } from '../../call/devices.ts'

interface Props {
  readonly device: Device | 'speaker'
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (id: string) => void
}

export function DeviceChoice({ device, label, value, onChange }: Props) {
  const id = useId()
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([])
  useEffect(() => {
    const list = () => void listDevices(device).then(setDevices)
    list()
    navigator.mediaDevices?.addEventListener('devicechange', list)
    return () => navigator.mediaDevices?.removeEventListener('devicechange', list)
    // Their names are told once one of them is open.
  }, [value])
  if (devices.length < 2) return null
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChange(event.currentTarget.value)}>
        {devices.map(({ deviceId, label }) => (
          <option key={deviceId} value={deviceId}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
