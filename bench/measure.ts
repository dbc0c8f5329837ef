// One scenario: ours and its yardstick in turn, so that whatever else the machine does meets both alike.
import { cpuNanoseconds, privateBytes } from './cost.ts'
import { generate } from './generator.ts'
import type { Dialect } from './load/dialect.ts'
import type { Outcome } from './load/job.ts'
import { type Line, type LoadUnit, lineOf, type Scenario, type Side } from './scenario.ts'
import { type Server, startServer } from './server.ts'

/** What people waited, as the load itself says. */
const waits = {
  'ms at p50': ({ p50 = Number.NaN }: Outcome) => p50,
  'ms at p99': ({ p99 = Number.NaN }: Outcome) => p99,
  'CPU ms at most': ({ longest = Number.NaN }: Outcome) => longest,
}

interface Reading {
  readonly read: (server: Server) => Promise<number>
  readonly one: number
}

/** What is read off a server before and after, and how much of that makes one of the unit. */
const readings: Record<Exclude<LoadUnit, keyof typeof waits>, Reading> = {
  'CPU ms/connect': { read: async server => cpuNanoseconds(server.pid), one: 1e6 },
  'CPU us/delivery': { read: async server => cpuNanoseconds(server.pid), one: 1e3 },
  'CPU us/message': { read: async server => cpuNanoseconds(server.pid), one: 1e3 },
  'CPU us/resume': { read: async server => cpuNanoseconds(server.pid), one: 1e3 },
  'KB/connection': { read: memoryOf, one: 1024 },
}

export async function measure(scenario: Scenario, runs: number, profile?: string): Promise<Line> {
  const ours: number[] = []
  const yardstick: number[] = []
  await using first = side(scenario, scenario.ours, { profile })
  await using second = side(scenario, scenario.yardstick, { beside: first.server })
  const warmUp = isFresh(scenario) ? 0 : 1
  for (let turn = 0; turn < warmUp + runs; turn++) {
    ours.push(await first.run())
    yardstick.push(await second.run())
  }
  return lineOf(scenario, median(ours.slice(warmUp)), median(yardstick.slice(warmUp)))
}

/** Code gets quicker the longer a server runs; memory once taken is not given back, so there every run has a new one. */
const isFresh = ({ figure }: Scenario) => figure === 'KB/connection'

interface Circumstances {
  readonly profile?: string | undefined
  beside?(): Promise<Server> | undefined
}

const usesDatabase = ({ job }: Scenario) => job.kind === 'durable' || job.kind === 'resume'
/** A database or a browser is many processes, for which one core is too little. */
const isSpread = (scenario: Scenario) =>
  usesDatabase(scenario) || scenario.job.kind === 'open' || scenario.job.kind === 'crowd'

function side(scenario: Scenario, { server: kind, dialect }: Side, { profile, beside }: Circumstances) {
  const spread = isSpread(scenario)
  const begin = async () =>
    startServer(kind, { profile, spread, beside: usesDatabase(scenario) ? await beside?.() : undefined })
  let kept: Promise<Server> | undefined
  return {
    server: () => kept,
    async run() {
      if (!isFresh(scenario)) {
        kept ??= begin()
        return once(scenario, dialect, await kept)
      }
      await using server = await begin()
      return await once(scenario, dialect, server)
    },
    async [Symbol.asyncDispose]() {
      await (await kept)?.[Symbol.asyncDispose]()
    },
  }
}

async function once(scenario: Scenario, dialect: Dialect, server: Server): Promise<number> {
  const { job, figure } = scenario
  const order = { ...job, dialect, port: server.port, spread: isSpread(scenario) }
  if (figure in waits) return waits[figure as keyof typeof waits](await generate(order, async () => {}))
  const { read, one } = readings[figure as keyof typeof readings]
  let before = 0
  let after = 0
  const { units } = await generate(order, async mark => {
    if (mark === 'begin') before = await read(server)
    else after = await read(server)
  })
  return (after - before) / units / one
}

async function memoryOf(server: Server): Promise<number> {
  await server.collectGarbage()
  return privateBytes(server.pid)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}
