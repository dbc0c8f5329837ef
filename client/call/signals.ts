// What two peers tell each other through the server, to find a way between them.
import type { Request, ServerMessage } from '#protocol/message.ts'

type Signal<All> = All extends { description?: infer D; candidate?: infer C }
  ? { readonly description: NonNullable<D> } | { readonly candidate: Exclude<C, undefined> }
  : never

export type Said = Signal<Extract<Request, { type: 'live.signal' }>>
type Candidate = Extract<Said, { candidate: unknown }>['candidate']
export type Description = Extract<Said, { description: unknown }>['description']

export type Heard = Signal<Extract<ServerMessage, { type: 'live.signalled' }>>

/** Null after the last one. */
export function candidateOf(found: RTCIceCandidate | null): Candidate {
  if (!found) return null
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = found
  return { candidate, sdpMid, sdpMLineIndex, usernameFragment }
}

/** One of the two is there. */
export function heardIn({
  description,
  candidate,
}: Extract<ServerMessage, { type: 'live.signalled' }>): Heard {
  return description ? { description } : { candidate: candidate ?? null }
}
