// The pulse of a connection: a sign of life twice a second, with which each says how large it shows the other, and
// whether it holds its own picture back.

const BEAT_MS = 500

export interface Shown {
  /** In pixels of the device; 0 while it is not shown. */
  readonly camera: number
  readonly share: number
}

export interface Beat {
  readonly shown: Shown
  /** There is a picture, and it is not sent so that the sound gets through, or because he wants to send none. */
  readonly holdsBack: boolean
}

export class Pulse {
  readonly #channel: RTCDataChannel
  readonly #timer: ReturnType<typeof setInterval>
  #said: Beat | undefined
  onBeat: (beat: Beat | undefined) => void = () => {}

  constructor(connection: RTCPeerConnection) {
    // A beat that is late is worth nothing.
    const how = { negotiated: true, id: 0, ordered: false, maxRetransmits: 0 }
    this.#channel = connection.createDataChannel('pulse', how)
    this.#channel.onmessage = ({ data }) => this.onBeat(beatIn(data))
    this.#channel.onopen = () => this.#beat()
    this.#timer = setInterval(() => this.#beat(), BEAT_MS)
  }

  /** From now on, and at once if it is something else than before. */
  say(beat: Beat): void {
    const isNew = textOf(beat) !== (this.#said && textOf(this.#said))
    this.#said = beat
    if (isNew) this.#beat()
  }

  close(): void {
    clearInterval(this.#timer)
    this.#channel.close()
  }

  #beat(): void {
    // What waits while nothing gets through would come all at once.
    if (this.#channel.readyState !== 'open' || this.#channel.bufferedAmount > 0) return
    this.#channel.send(this.#said ? textOf(this.#said) : '')
  }
}

const textOf = ({ shown: { camera, share }, holdsBack }: Beat) =>
  `${Math.round(camera)} ${Math.round(share)}${holdsBack ? ' -' : ''}`

/** Undefined: he says nothing of it. */
export function beatIn(data: unknown): Beat | undefined {
  const [, camera, share, held] = /^(\d{1,5}) (\d{1,5})( -)?$/.exec(`${data}`) ?? []
  if (camera === undefined || share === undefined) return undefined
  return { shown: { camera: Number(camera), share: Number(share) }, holdsBack: held !== undefined }
}
