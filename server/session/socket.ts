// What a session needs of a connection, whatever carries it. The door implements it.
import { Frame } from '#protocol/frame.ts'
import { type Refusal, type RefusalCode, refusals } from '#protocol/refusal.ts'

export interface Socket {
  readonly address: string
  /** Came through the unix socket in the data folder: whoever may open that runs this server. */
  readonly operator: boolean
  send(frame: Frame): void
  /** Says why, and ends the connection. */
  close(code: RefusalCode, ref?: number): void
}

/** How a connection ended: on purpose, or nobody knows why. */
export type Ending = 'closed' | 'lost'

export function refusedFrame(code: RefusalCode, ref?: number, place?: string): Frame {
  const { text, retry } = refusals[code]
  return new Frame({ type: 'refused', ref, code, text, retry, place })
}

/** Every request gets an answer; some noes are also goodbyes. */
export function refuse(socket: Socket, { code, place }: Refusal, ref?: number): void {
  if (refusals[code].close === undefined) socket.send(refusedFrame(code, ref, place))
  else socket.close(code, ref)
}
