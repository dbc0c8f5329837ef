// The lines of a connection to one other: what goes out on each of them, and what comes in.
import { signal } from '@preact/signals'
import { isOfShare, type LineName, lineNames, lines } from './lines.ts'

export interface Terms {
  /** Who offers opens the lines; the other finds them in the offer. */
  readonly offers: boolean
  readonly tracks: ReadonlyMap<LineName, MediaStreamTrack>
}

export class Carriage {
  /** Empty until both agree. */
  readonly incoming = signal<ReadonlyMap<LineName, MediaStreamTrack>>(new Map())
  readonly #connection: RTCPeerConnection
  readonly #offers: boolean
  readonly #tracks: Map<LineName, MediaStreamTrack>
  /** Together in time are those of one stream. */
  readonly #own = new MediaStream()
  readonly #ownShare = new MediaStream()

  constructor(connection: RTCPeerConnection, { offers, tracks }: Terms) {
    this.#connection = connection
    this.#offers = offers
    this.#tracks = new Map(tracks)
    if (!offers) return
    for (const line of lineNames) this.#open(line)
    this.agreed()
  }

  /** Undefined before there is one. */
  sender(line: LineName): RTCRtpSender | undefined {
    return this.#all()[lineNames.indexOf(line)]?.sender
  }

  get loudness(): number {
    const receiver = this.#all()[lineNames.indexOf('mic')]?.receiver
    return receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0
  }

  send(line: LineName, track: MediaStreamTrack | undefined): void {
    if (track) this.#tracks.set(line, track)
    else this.#tracks.delete(line)
    const sender = this.sender(line)
    if (sender) put(track, sender)
  }

  /** Both lines and tracks are there: they come together. */
  agreed(): void {
    const all = this.#all()
    for (const [at, line] of lineNames.entries()) {
      const transceiver = all[at]
      if (!transceiver) continue
      transceiver.direction = 'sendrecv'
      if (!this.#offers) transceiver.sender.setStreams?.(this.#streamOf(line))
      put(this.#tracks.get(line), transceiver.sender)
    }
    const incoming = lineNames.flatMap((line, at) =>
      all[at] ? [[line, all[at].receiver.track] as const] : [],
    )
    this.incoming.value = new Map(incoming)
  }

  #open(line: LineName): void {
    const streams = [this.#streamOf(line)]
    this.#connection.addTransceiver(lines[line], { direction: 'sendrecv', streams })
  }

  #streamOf(line: LineName): MediaStream {
    return isOfShare(line) ? this.#ownShare : this.#own
  }

  #all(): readonly RTCRtpTransceiver[] {
    return this.#offers || this.#connection.remoteDescription ? this.#connection.getTransceivers() : []
  }
}

/** A line of another kind than agreed carries nothing. */
function put(track: MediaStreamTrack | undefined, sender: RTCRtpSender): void {
  sender.replaceTrack(track ?? null).catch(() => {})
}
