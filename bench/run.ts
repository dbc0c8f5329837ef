// Reads the words of the command line, measures, and prints: a table for people, or a line of JSON per scenario.
import { parseArgs } from 'node:util'
import { type CallScenario, measureCall } from './call/scenarios.ts'
import { measure } from './measure.ts'
import type { Line, Scenario } from './scenario.ts'

type Any = Scenario | CallScenario

/** The exit code: 1 when a bar is missed, 2 when the words make no sense. */
export async function run(
  words: string[],
  scenarios: readonly Any[],
  print: (line: string) => void,
): Promise<number> {
  const wish = read(words, scenarios)
  if (typeof wish === 'string') {
    console.error(wish)
    return 2
  }
  if (!wish.json) print(row(['scenario', 'ours', 'yardstick', 'ratio', 'bar', '', 'unit']))
  let missed = 0
  for (const scenario of wish.chosen) {
    const line =
      'job' in scenario
        ? await measure(scenario, wish.runs, wish.profile)
        : await measureCall(scenario, wish.runs)
    if (!line.ok) missed++
    print(wish.json ? JSON.stringify(line) : rowOf(scenario, line))
  }
  return missed > 0 ? 1 : 0
}

interface Wish {
  readonly chosen: readonly Any[]
  readonly json: boolean
  readonly runs: number
  readonly profile: string | undefined
}

/** What is wished, or what is wrong with it. */
function read(words: string[], scenarios: readonly Any[]): Wish | string {
  const parsed = parse(words)
  if (parsed instanceof Error) return parsed.message
  const { values, positionals: names } = parsed
  const runs = Number(values.runs)
  const unknown = names.find(name => !scenarios.some(scenario => isCalled(scenario, name)))
  if (unknown) return `There is no scenario ${unknown}. ${known(scenarios)}`
  if (!Number.isInteger(runs) || runs < 1) return '--runs takes a number from 1 on.'
  const chosen = scenarios.filter(one => names.length === 0 || names.some(name => isCalled(one, name)))
  return { chosen, json: values.json, runs, profile: values.profile }
}

/** By its own name, or by that of all that begin so. */
const isCalled = (scenario: Any, name: string) =>
  scenario.name === name || scenario.name.startsWith(`${name}-`)

function parse(args: string[]) {
  const options = {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
    profile: { type: 'string' },
  } as const
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch (error) {
    return error as Error
  }
}

const known = (scenarios: readonly Any[]) =>
  ['There are:', ...scenarios.map(({ name, about }) => `  ${name.padEnd(16)} ${about}`)].join('\n')

function rowOf({ bar }: Any, { scenario, ours, yardstick, unit, ratio, ok }: Line): string {
  const most = 'ratio' in bar ? `<= ${bar.ratio} x` : `<= ${bar.most}`
  return row([scenario, ours, yardstick, `${ratio} x`, most, ok ? 'ok' : 'MISSED', unit])
}

const row = (cells: readonly (string | number)[]) =>
  cells
    .map(cell => String(cell).padEnd(10))
    .join(' ')
    .trimEnd()
