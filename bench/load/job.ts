// What the generator can be ordered to do, and what it reports. Every count is fixed beforehand.
import type { Dialect } from './dialect.ts'
import type { Waits } from './offer.ts'

/** `count` connections, `atOnce` on their way at a time, each into a room with `perRoom` people. */
interface Arrivals {
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

/** So many a second, whether they are answered or not. */
export interface Durable {
  readonly kind: 'durable'
  readonly perSecond: number
  readonly perPerson: number
  readonly count: number
}

/** One after the other comes back to so many messages that he has missed. */
export interface Resume {
  readonly kind: 'resume'
  readonly count: number
  readonly rows: number
}

/** One after the other opens a link, in a browser that has never been there, to a room in which so much was said. */
export interface Open {
  readonly kind: 'open'
  readonly count: number
  readonly messages: number
}

/** One looks on while the others talk. */
export interface Crowd {
  readonly kind: 'crowd'
  readonly people: number
  readonly perSecond: number
  readonly seconds: number
}

export type Job =
  | Durable
  | Resume
  | Open
  | Crowd
  | ({ readonly kind: 'connect' } & Arrivals)
  | ({ readonly kind: 'idle' } & Arrivals)
  | ({ readonly kind: 'burst' } & Burst)

export type Order<J extends Job = Job> = J & {
  readonly dialect: Dialect
  readonly port: number
  /** On whatever core is free. */
  readonly spread?: boolean
}

/** How much was done between the marks, and how long people waited for it. */
export type Outcome = { readonly units: number; readonly longest?: number } & Waits

export type Report = { readonly mark: 'begin' | 'end' } | Outcome

export type Mark = (mark: 'begin' | 'end') => Promise<void>
