// What of one's own screen the others see, and hear of it.
import { signal } from '@preact/signals'
import { DeviceRefused, openShare, type Trouble } from './devices.ts'

export class OwnShare {
  readonly stream = signal<MediaStream | undefined>(undefined)
  readonly trouble = signal<Trouble | undefined>(undefined)
  #closed = false
  onChange: () => void = () => {}

  get on(): boolean {
    return this.stream.value !== undefined
  }

  toggle(): void {
    if (this.on) this.stop()
    else void this.start()
  }

  async start(): Promise<void> {
    this.trouble.value = undefined
    try {
      const stream = await openShare()
      if (!stream) return
      const [picture] = stream.getVideoTracks()
      if (this.#closed || !picture) return stopAll(stream)
      // Text must be sharp; the browser has a button of its own to end it.
      picture.contentHint = 'detail'
      picture.onended = () => this.stop()
      this.stream.value = stream
      this.onChange()
    } catch (error) {
      this.trouble.value = error instanceof DeviceRefused ? error.trouble : 'unable'
    }
  }

  stop(): void {
    const stream = this.stream.peek()
    if (!stream) return
    stopAll(stream)
    this.stream.value = undefined
    this.onChange()
  }

  close(): void {
    this.#closed = true
    this.stop()
  }
}

const stopAll = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop()
}
