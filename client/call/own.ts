// What this page sends, its microphone, its camera and what it shares, and by which speaker it hears.
import { signal } from '@preact/signals'
import type { LineName } from './lines.ts'
import { OwnDevice } from './own-device.ts'
import { OwnShare } from './own-share.ts'

export interface Chosen {
  readonly mic?: string | undefined
  readonly camera?: string | undefined
  readonly speaker?: string | undefined
}

export class Own {
  readonly mic: OwnDevice
  readonly camera: OwnDevice
  readonly share = new OwnShare()
  readonly speaker = signal<string | undefined>(undefined)

  constructor(chosen: Chosen) {
    this.mic = new OwnDevice('mic', chosen.mic)
    this.camera = new OwnDevice('camera', chosen.camera)
    this.speaker.value = chosen.speaker
  }

  /** Told when something went on or off, or is another track now. */
  follow(changed: () => void): void {
    for (const one of [this.mic, this.camera, this.share]) one.onChange = changed
  }

  get tracks(): ReadonlyMap<LineName, MediaStreamTrack> {
    const share = this.share.stream.peek()
    const all: readonly [LineName, MediaStreamTrack | undefined][] = [
      ['mic', this.mic.track.peek()],
      ['camera', this.camera.track.peek()],
      ['share', share?.getVideoTracks()[0]],
      ['shareSound', share?.getAudioTracks()[0]],
    ]
    return new Map(all.flatMap(([line, track]) => (track ? [[line, track] as const] : [])))
  }

  get state() {
    return {
      mic: this.mic.on.peek(),
      camera: this.camera.on.peek(),
      share: this.share.stream.peek() !== undefined,
    }
  }

  close(): void {
    this.mic.close()
    this.camera.close()
    this.share.close()
  }
}
