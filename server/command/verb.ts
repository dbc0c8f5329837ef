// What a verb of the command is.

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

/** Told to the one who typed, without a stack. */
export class CommandError extends Error {}
