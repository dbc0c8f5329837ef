// Microphones, cameras and screens: opening them, and what is wrong when that fails.

/** What to say about it is in the texts. */
export type Trouble = 'denied' | 'system' | 'missing' | 'busy' | 'insecure' | 'frame' | 'unable'
export type Device = 'mic' | 'camera'

export class DeviceRefused extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble)
    this.trouble = trouble
  }
}

const sound = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }
const picture = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } }

/** The chosen one, or another if that is not there any more. */
export async function openDevice(device: Device, id: string | undefined): Promise<MediaStreamTrack> {
  const devices = devicesOf(device)
  const kind = device === 'mic' ? 'audio' : 'video'
  const wanted = device === 'mic' ? sound : picture
  const open = async (one: MediaTrackConstraints) =>
    only((await devices.getUserMedia({ [kind]: { ...wanted, ...one } })).getTracks())
  try {
    if (!id) return await open({})
    return await open({ deviceId: { exact: id } }).catch(error =>
      isGone(error) ? open({}) : Promise.reject(error),
    )
  } catch (error) {
    throw refusedBecause(error, device)
  }
}

const isGone = (error: unknown) => /^(OverconstrainedError|NotFoundError)$/.test(nameOf(error))

/** What he shows of his screen, with its sound if he wants that; undefined when he changed his mind. */
export async function openShare(): Promise<MediaStream | undefined> {
  const devices = devicesOf('camera')
  if (!('getDisplayMedia' in devices)) throw new DeviceRefused('unable')
  try {
    const video = { frameRate: { ideal: 15, max: 30 } }
    return await devices.getDisplayMedia({ video, audio: { ...sound, noiseSuppression: false } })
  } catch (error) {
    if (nameOf(error) === 'NotAllowedError' && !/system/i.test(`${error}`)) return undefined
    throw refusedBecause(error, 'camera')
  }
}

export async function listDevices(device: Device | 'speaker'): Promise<readonly MediaDeviceInfo[]> {
  const kind = { mic: 'audioinput', camera: 'videoinput', speaker: 'audiooutput' }[device]
  const all = (await navigator.mediaDevices?.enumerateDevices()) ?? []
  return all.filter(one => one.kind === kind && one.deviceId !== '')
}

function devicesOf(device: Device): MediaDevices {
  if (!isSecureContext) throw new DeviceRefused('insecure')
  if (!navigator.mediaDevices) throw new DeviceRefused('unable')
  if (isForbiddenHere(device)) throw new DeviceRefused('frame')
  return navigator.mediaDevices
}

/** The page that shows this one in a frame did not pass the right on. */
function isForbiddenHere(device: Device): boolean {
  const { featurePolicy } = document as { featurePolicy?: { allowsFeature(name: string): boolean } }
  return self !== top && featurePolicy?.allowsFeature(device === 'mic' ? 'microphone' : 'camera') === false
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '')

function refusedBecause(error: unknown, device: Device): DeviceRefused {
  if (error instanceof DeviceRefused) return error
  const troubles: Readonly<Record<string, Trouble>> = {
    NotAllowedError: /system/i.test(`${error}`) ? 'system' : isForbiddenHere(device) ? 'frame' : 'denied',
    SecurityError: 'denied',
    NotFoundError: 'missing',
    OverconstrainedError: 'missing',
    NotReadableError: 'busy',
    AbortError: 'busy',
  }
  return new DeviceRefused(troubles[nameOf(error)] ?? 'unable')
}

function only([track]: MediaStreamTrack[]): MediaStreamTrack {
  if (!track) throw new DeviceRefused('missing')
  return track
}
