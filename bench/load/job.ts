// What the generator can be ordered to do, and what it reports. Every count is fixed beforehand.
import type { Dialect } from './dialect.ts'

/** `count` connections, `atOnce` on their way at a time, each into a room with `perRoom` people. */
interface Crowd {
  readonly count: number
  readonly atOnce: number
  readonly perRoom: number
}

/** Everybody in one room; each sender says the next thing when he has heard his last one. */
interface Burst {
  readonly members: number
  readonly senders: number
  readonly messages: number
}

export type Job =
  | ({ readonly kind: 'connect' } & Crowd)
  | ({ readonly kind: 'idle' } & Crowd)
  | ({ readonly kind: 'burst' } & Burst)

export type Order<J extends Job = Job> = J & { readonly dialect: Dialect; readonly port: number }

export type Report = { readonly mark: 'begin' | 'end' } | { readonly units: number }
