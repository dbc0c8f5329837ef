// Dresses the page as this device wants it. The style sheets go by two attributes of the root.
import { type Device, deviceFrom, lookOf } from './state/device.ts'

export const DEVICE = 'presence.device'

const dark = matchMedia('(prefers-color-scheme: dark)')
const contrast = matchMedia('(prefers-contrast: more)')

export function dress(device: Device): void {
  const wishes = { dark: dark.matches, contrast: contrast.matches }
  Object.assign(document.documentElement.dataset, lookOf(device, wishes))
}

/** The system changes its mind: at dusk, for instance. */
export function onWish(changed: () => void): void {
  for (const wish of [dark, contrast]) wish.addEventListener('change', changed)
}

export function keptDevice(): Device {
  try {
    return deviceFrom(localStorage.getItem(DEVICE))
  } catch {
    // Storage is forbidden.
    return deviceFrom(null)
  }
}
