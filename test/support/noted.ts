// A log that a test can read.
import { pino } from 'pino'

export function makeNoted() {
  const lines: Record<string, unknown>[] = []
  return { log: pino({ base: null }, { write: line => void lines.push(JSON.parse(line)) }), lines }
}
