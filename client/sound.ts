// Soft tones, made here, once the visitor has touched the page: two for somebody at the door, one for a word to him.

const tunes = {
  knock: [
    { pitch: 659, at: 0 },
    { pitch: 880, at: 0.16 },
  ],
  word: [{ pitch: 784, at: 0 }],
}
const LENGTH = 0.5
const LOUDNESS = 0.12

export class Chime {
  #audio: AudioContext | undefined

  constructor() {
    // Browsers let a page make sounds only after a gesture; asking earlier would only be refused.
    const start = () => {
      this.#audio ??= new AudioContext()
    }
    for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, start, { once: true })
  }

  ring(tune: keyof typeof tunes): void {
    const audio = this.#audio
    if (!audio) return
    void audio.resume()
    for (const tone of tunes[tune]) play(audio, tone)
  }
}

function play(audio: AudioContext, { pitch, at }: { pitch: number; at: number }): void {
  const start = audio.currentTime + at
  const tone = new OscillatorNode(audio, { type: 'sine', frequency: pitch })
  const volume = new GainNode(audio, { gain: 0 })
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH)
  tone.connect(volume).connect(audio.destination)
  tone.start(start)
  tone.stop(start + LENGTH)
}
