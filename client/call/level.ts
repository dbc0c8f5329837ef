// How loud a microphone is right now, also while it is muted.

/** From 0 to 1, as long as it is not closed. */
export class Level {
  readonly #context = new AudioContext()
  readonly #analyser = this.#context.createAnalyser()
  readonly #ears: MediaStreamTrack
  readonly #samples = new Float32Array(512)

  constructor(track: MediaStreamTrack) {
    // A track that is muted is silent, its copy is not.
    this.#ears = track.clone()
    this.#ears.enabled = true
    this.#analyser.fftSize = this.#samples.length
    this.#context.createMediaStreamSource(new MediaStream([this.#ears])).connect(this.#analyser)
  }

  get now(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples)
    const power = this.#samples.reduce((sum, one) => sum + one * one, 0) / this.#samples.length
    // Speech is far from the loudest that can be: in steps that the ear hears as alike.
    return Math.max(0, Math.min(1, 1 + Math.log10(Math.max(power, 1e-6)) / 5))
  }

  close(): void {
    this.#ears.stop()
    void this.#context.close()
  }
}
