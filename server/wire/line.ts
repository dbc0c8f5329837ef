// One connection of any kind, as the door sees it. It never keeps more for a reader than he may be behind.
import type { Frame } from '#protocol/frame.ts'
import { type RefusalCode, refusals } from '#protocol/refusal.ts'
import { type Ending, refusedFrame, type Socket } from '../session/socket.ts'

/** Who is further behind than this is cut off; his resume token brings him back. */
const MOST_PENDING = 384 * 1024

export abstract class Line implements Socket {
  readonly address: string
  readonly operator: boolean = false
  /** Set by the door: where the end of this line is reported, once. */
  onEnd: (how: Ending) => void = () => {}
  #ended = false
  #closing = false

  constructor(address: string) {
    this.address = address
  }

  get open(): boolean {
    return !this.#closing
  }

  send(frame: Frame): void {
    if (this.#closing) return
    // Asked before, so that one large frame alone, such as a room's whole state, never cuts anyone off.
    if (this.pending() > MOST_PENDING) this.close('slow.reader')
    else this.write(frame)
  }

  close(code: RefusalCode, ref?: number): void {
    if (this.#closing) return
    this.write(refusedFrame(code, ref))
    this.#closing = true
    this.finish(refusals[code].close ?? 1000, code)
    // Nobody waits for the other side. In a turn of its own, because a room may be in the middle of telling everyone.
    queueMicrotask(() => this.end(code === 'slow.reader' || code === 'lost' ? 'lost' : 'closed'))
  }

  /** Reported by the transport, or by `close`: whichever comes first counts. */
  end(how: Ending): void {
    this.#closing = true
    if (this.#ended) return
    this.#ended = true
    this.onEnd(how)
  }

  /** True when the transport has nothing open any more. */
  abstract get gone(): boolean
  abstract write(frame: Frame): void
  /** Bytes handed over that the other side has not taken yet. */
  abstract pending(): number
  /** Ends after what was written, with a WebSocket close code where there is such a thing. */
  abstract finish(closeCode: number, reason: string): void
  /** Ends now, and frees what is pending. */
  abstract kill(): void
  /** Asks for a sign of life. */
  abstract beat(): void
}
