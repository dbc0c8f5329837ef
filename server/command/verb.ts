// What a verb of the command is.
import { Mistake } from '../base/mistake.ts'

export interface Verb {
  readonly name: string
  readonly usage: string
  readonly says: string
  run(call: Call): Promise<string> | string
}

export interface Call {
  readonly words: readonly string[]
  readonly json: boolean
  readonly socketPath: string
}

export class CommandError extends Mistake {}
