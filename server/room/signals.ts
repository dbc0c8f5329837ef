// How much one peer may tell another to be connected with him: a connection needs some of it, and nobody needs more.
import type { PeerId } from '#protocol/id.ts'
import { CANDIDATES } from '#protocol/limits.ts'
import type { Request } from '#protocol/message.ts'
import { Refusal } from '#protocol/refusal.ts'
import { Bucket, type Rate } from '../base/bucket.ts'
import type { Clock } from '../base/clock.ts'

/** In characters, from one to one other: two of the largest descriptions at once. */
const PACE: Rate = { perSecond: 16 * 1024, burst: 128 * 1024 }
/** What is around a signal weighs, too. */
const WRAPPING = 256

type Signal = Pick<Request<'live.signal'>, 'description' | 'candidate'>

interface Path {
  readonly bucket: Bucket
  /** Since the last description. */
  candidates: number
}

export class Signals {
  readonly #clock: Clock
  readonly #paths = new Map<PeerId, Map<PeerId, Path>>()
  #refused = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  take(from: PeerId, to: PeerId, signal: Signal): void {
    const path = this.#path(from, to)
    if (signal.description) path.candidates = 0
    else if (++path.candidates > CANDIDATES) throw new Refusal('signals.many')
    if (!path.bucket.take(PACE, this.#clock.elapsed(), weightOf(signal))) throw new Refusal('too.fast')
  }

  refuse(): void {
    this.#refused++
  }

  /** How many were refused since this was last asked. */
  counted(): { refused: number } {
    const refused = this.#refused
    this.#refused = 0
    return { refused }
  }

  forget(peer: PeerId): void {
    this.#paths.delete(peer)
    for (const paths of this.#paths.values()) paths.delete(peer)
  }

  #path(from: PeerId, to: PeerId): Path {
    const paths = this.#paths.get(from) ?? new Map<PeerId, Path>()
    this.#paths.set(from, paths)
    const path = paths.get(to) ?? { bucket: new Bucket(PACE, this.#clock.elapsed()), candidates: 0 }
    paths.set(to, path)
    return path
  }
}

const weightOf = ({ description, candidate }: Signal) =>
  WRAPPING + (description?.sdp.length ?? 0) + (candidate?.candidate.length ?? 0)
