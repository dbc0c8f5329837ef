// One message on its way out, written once for all who get it; each transport keeps its own wrapping of it here.
import type { ServerMessage } from './message.ts'

export class Frame {
  readonly json: string
  /** What a transport made of `json`: one slot each, filled by the first socket of its kind. */
  readonly forms: Record<string, unknown> = {}

  constructor(message: ServerMessage) {
    this.json = JSON.stringify(message)
  }
}
