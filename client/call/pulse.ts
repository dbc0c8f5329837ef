// The pulse of a connection: a sign of life twice a second, beside which each says how large it shows the other.

const BEAT_MS = 500

export interface Shown {
  /** In pixels of the device; 0 while it is not shown. */
  readonly camera: number
  readonly share: number
}

export class Pulse {
  readonly #channel: RTCDataChannel
  readonly #timer: ReturnType<typeof setInterval>
  #shown: Shown | undefined
  /** When something was heard last. */
  heard: number | undefined
  /** Told how large the other one shows what is sent to him. */
  onShown: (shown: Shown) => void = () => {}
  onBeat: () => void = () => {}

  constructor(connection: RTCPeerConnection) {
    // A beat that is late is worth nothing.
    const how = { negotiated: true, id: 0, ordered: false, maxRetransmits: 0 }
    this.#channel = connection.createDataChannel('pulse', how)
    this.#channel.onmessage = ({ data }) => this.#hear(data)
    this.#timer = setInterval(() => this.#beat(), BEAT_MS)
  }

  show(shown: Shown): void {
    this.#shown = shown
  }

  close(): void {
    clearInterval(this.#timer)
    this.#channel.close()
  }

  #beat(): void {
    // What waits while nothing gets through would come all at once.
    if (this.#channel.readyState !== 'open' || this.#channel.bufferedAmount > 0) return
    this.#channel.send(this.#shown ? `${this.#shown.camera} ${this.#shown.share}` : '')
  }

  #hear(data: unknown): void {
    this.heard = performance.now()
    this.onBeat()
    const [camera, share] = /^(\d{1,5}) (\d{1,5})$/.exec(`${data}`)?.slice(1).map(Number) ?? []
    if (camera !== undefined && share !== undefined) this.onShown({ camera, share })
  }
}
