// Listens to one's own microphone: how loud it is, and what is to be said about that.
import { effect, signal } from '@preact/signals'
import { Level } from './level.ts'
import { type Noticed, type Nudge, nothing, notice } from './nudge.ts'
import type { OwnDevice } from './own-device.ts'

const LOOK_MS = 100

export class Ears {
  readonly nudge = signal<Nudge | undefined>(undefined)
  readonly #mic: OwnDevice
  readonly #timer: ReturnType<typeof setInterval>
  readonly #stop: () => void
  #noticed: Noticed = nothing
  #level: Level | undefined

  constructor(mic: OwnDevice) {
    this.#mic = mic
    this.#stop = effect(() => this.#listenTo(mic.track.value))
    this.#timer = setInterval(() => this.#look(), LOOK_MS)
  }

  /** Of what the others hear. */
  get loudness(): number {
    return this.#mic.on.peek() ? (this.#level?.amplitude ?? 0) : 0
  }

  close(): void {
    clearInterval(this.#timer)
    this.#stop()
    this.#level?.close()
  }

  #listenTo(track: MediaStreamTrack | undefined): void {
    this.#level?.close()
    this.#level = track && new Level(track)
    this.#noticed = nothing
  }

  #look(): void {
    if (!this.#level) return
    this.#noticed = notice(this.#noticed, this.#mic.on.peek(), this.#level.now, LOOK_MS)
    this.nudge.value = this.#noticed.nudge
  }
}
