// The settings of this device: kept in the browser, and followed at once by all its tabs.
import { effect, signal } from '@preact/signals'
import { DEVICE, dress, keptDevice, onWish } from './look.ts'
import { type Device, deviceFrom } from './state/device.ts'

export class DeviceSettings {
  readonly #now = signal(keptDevice())

  constructor() {
    addEventListener('storage', ({ key, newValue }) => {
      // Null: all was cleared.
      if (key === DEVICE || key === null) this.#now.value = deviceFrom(newValue)
    })
    effect(() => dress(this.now))
    onWish(() => dress(this.now))
  }

  get now(): Device {
    return this.#now.value
  }

  set(change: Partial<Device>): void {
    this.#now.value = { ...this.now, ...change }
    try {
      localStorage.setItem(DEVICE, JSON.stringify(this.now))
    } catch {
      // Full or forbidden: it holds until the page is closed.
    }
  }
}
