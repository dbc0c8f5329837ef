// One's own microphone or camera: on or off, which one, and why it could not be opened.
import { signal } from '@preact/signals'
import { type Device, DeviceRefused, openDevice, type Trouble } from './devices.ts'

export class OwnDevice {
  readonly device: Device
  readonly track = signal<MediaStreamTrack | undefined>(undefined)
  readonly on = signal(false)
  readonly trouble = signal<Trouble | undefined>(undefined)
  /** The one that he chose, whether it is there or not. */
  readonly chosen = signal<string | undefined>(undefined)
  #closed = false
  onChange: () => void = () => {}

  constructor(device: Device, chosen: string | undefined) {
    this.device = device
    this.chosen.value = chosen
  }

  /** Without what it takes it stays off, and `trouble` says why. */
  async set(on: boolean): Promise<void> {
    if (on && !this.track.peek()) await this.#open()
    // A microphone that is off says nothing and is there at once; a camera that is off must not shine.
    if (!on && this.device === 'camera') this.#stop()
    const track = this.track.peek()
    if (track) track.enabled = on
    this.on.value = on && track !== undefined
    this.onChange()
  }

  /** Another one takes its place in the same breath. */
  async choose(id: string): Promise<void> {
    this.chosen.value = id
    if (!this.track.peek()) return
    const on = this.on.peek()
    await this.#open()
    await this.set(on)
  }

  close(): void {
    this.#closed = true
    this.#stop()
    this.on.value = false
  }

  async #open(): Promise<void> {
    this.trouble.value = undefined
    try {
      const track = await openDevice(this.device, this.chosen.peek())
      this.#stop()
      if (this.#closed) return track.stop()
      track.onended = () => void this.#lost(track)
      this.track.value = track
    } catch (error) {
      this.trouble.value = error instanceof DeviceRefused ? error.trouble : 'unable'
    }
  }

  #stop(): void {
    const track = this.track.peek()
    if (!track) return
    track.onended = null
    track.stop()
    this.track.value = undefined
  }

  /** Pulled out, or taken by the system: another one goes on, if there is one. */
  async #lost(track: MediaStreamTrack): Promise<void> {
    if (this.track.peek() !== track) return
    const on = this.on.peek()
    this.track.value = undefined
    await this.set(on)
  }
}
