// What a scenario is made of, and the line that it yields.
import type { Dialect } from './load/dialect.ts'
import type { Job } from './load/job.ts'
import type { ServerKind } from './server.ts'

export interface Side {
  readonly server: ServerKind
  readonly dialect: Dialect
}

export type LoadUnit =
  | 'CPU ms/connect'
  | 'CPU us/delivery'
  | 'CPU us/message'
  | 'CPU us/resume'
  | 'KB/connection'
  | 'ms at p50'
  | 'ms at p99'
  | 'CPU ms at most'
export type Unit = LoadUnit | 'ms to a picture' | 'cores' | 'ms until whole'

/** So many times the yardstick, or so much by itself. */
export type Bar = { readonly ratio: number } | { readonly most: number }

export interface Scenario {
  readonly name: string
  readonly about: string
  readonly ours: Side
  readonly yardstick: Side
  readonly job: Job
  readonly figure: LoadUnit
  readonly bar: Bar
}

export interface Line {
  readonly scenario: string
  readonly ours: number
  readonly yardstick: number
  readonly unit: Unit
  readonly ratio: number
  readonly bar: number
  readonly ok: boolean
}

/** What is asked of a figure. */
export interface Asked {
  readonly name: string
  readonly figure: Unit
  readonly bar: Bar
}

export function lineOf({ name, figure, bar }: Asked, ours: number, yardstick: number): Line {
  const ratio = ours / yardstick
  const [value, most] = 'ratio' in bar ? [ratio, bar.ratio] : [ours, bar.most]
  return {
    scenario: name,
    ours: rounded(ours),
    yardstick: rounded(yardstick),
    unit: figure,
    ratio: rounded(ratio),
    bar: most,
    ok: value <= most,
  }
}

const rounded = (value: number) => Number(value.toPrecision(3))
