// How loud a microphone is right now, also while it is muted.

export class Level {
  readonly #context = new AudioContext()
  readonly #analyser = this.#context.createAnalyser()
  readonly #ears: MediaStreamTrack
  readonly #samples = new Float32Array(4096)

  constructor(track: MediaStreamTrack) {
    // A track that is muted is silent, its copy is not.
    this.#ears = track.clone()
    this.#ears.enabled = true
    this.#analyser.fftSize = this.#samples.length
    this.#context.createMediaStreamSource(new MediaStream([this.#ears])).connect(this.#analyser)
  }

  /** From 0 to 1, of the sound itself. */
  get amplitude(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples)
    return Math.sqrt(this.#samples.reduce((sum, one) => sum + one * one, 0) / this.#samples.length)
  }

  /** From 0 to 1, in steps that the ear takes for alike: speech is far from the loudest that can be. */
  get now(): number {
    return Math.max(0, 1 + Math.log10(Math.max(this.amplitude, 1e-3)) / 3)
  }

  close(): void {
    this.#ears.stop()
    void this.#context.close()
  }
}
