// One line of JSON per event. error: someone must look; warn: we recovered; info: one line per turn in a
// life (joined, left, closed and why); debug: the rest. Never a message's text, a token or a name above debug.
import { type Logger, pino, stdTimeFunctions } from 'pino'

export type Log = Logger
export type Level = 'silent' | 'error' | 'warn' | 'info' | 'debug'

/** Synchronous to stderr: what was logged before a crash has been written. */
export function makeLog(level: Level): Log {
  return pino(
    { level, base: null, timestamp: stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  )
}
