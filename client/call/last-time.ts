// Coming into a call as one did last time, without looking at oneself first.
import { type Choice, keptChoice } from './choice.ts'
import { type Device, listDevices } from './devices.ts'
import { Own } from './own.ts'

/** Undefined when something is new: then he looks first. */
export async function asLastTime(): Promise<Own | undefined> {
  const choice = keptChoice()
  const ready = await Promise.all(wanted(choice).map(device => isReady(device, choice[device])))
  return choice.made && ready.every(Boolean) ? opened(choice, wanted(choice)) : undefined
}

/** After a reload as he was before it; nobody is asked anything: what would have to be asked for stays off. */
export async function again(was: { mic: boolean; camera: boolean }): Promise<Own> {
  const devices = (['mic', 'camera'] as const).filter(device => was[device])
  const granted = await Promise.all(devices.map(isGranted))
  return opened(
    keptChoice(),
    devices.filter((_, at) => granted[at]),
  )
}

const wanted = ({ micOn, cameraOn }: Choice): Device[] => [
  ...(micOn ? (['mic'] as const) : []),
  ...(cameraOn ? (['camera'] as const) : []),
]

const isReady = async (device: Device, id: string | undefined) =>
  (await isGranted(device)) &&
  (id === undefined || (await listDevices(device)).some(({ deviceId }) => deviceId === id))

async function isGranted(device: Device): Promise<boolean> {
  const name = (device === 'mic' ? 'microphone' : 'camera') as PermissionName
  try {
    return (await navigator.permissions.query({ name })).state === 'granted'
  } catch {
    // Not every browser tells.
    return false
  }
}

async function opened(choice: Choice, devices: readonly Device[]): Promise<Own> {
  const own = new Own(choice)
  await Promise.all(devices.map(device => own[device].set(true)))
  return own
}
