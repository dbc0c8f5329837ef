// What a verb of the command is.
import { Mistake } from '../base/mistake.ts'
import type { Archive, Purpose } from '../store/archive.ts'

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
  /** The data folder. */
  readonly data: string
  /** What the settings say of a TURN server. */
  readonly relay: { readonly secret: string | null; readonly address: string | null }
  /** Everything that is kept, beside a running server or without one. To be closed. */
  openArchive(purpose: Purpose): Promise<Archive>
}

export class CommandError extends Mistake {}
