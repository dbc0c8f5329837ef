// The call of a room: who is live and how, and what two of them tell each other to be connected.
import { z } from 'zod'
import { exactlyOne, inRoom } from './asked.ts'
import { peerId, personId, roomId } from './id.ts'
import { CANDIDATE_LENGTH, SDP_BYTES } from './limits.ts'
import { emoji, fits } from './text.ts'

/** How a connection is offered or answered, in lines that the server does not read. */
const description = z.strictObject({
  type: z.enum(['offer', 'answer']),
  sdp: z
    .string()
    .refine(fits(SDP_BYTES), { error: `may be at most ${SDP_BYTES} bytes` })
    .regex(/^v=0\r?\n(?:[a-z]=[^\r\n]*(?:\r?\n|$))+$/),
  /** The number of an offer, or of the one that is answered: a late answer must not be taken for that to a newer one. */
  number: z.number().int().nonnegative().max(1_000_000).optional(),
})
/** A way to be reached, as browsers write it; an empty one ends those of a part. */
const candidate = z.strictObject({
  candidate: z
    .string()
    .max(CANDIDATE_LENGTH)
    .regex(/^(?:candidate:[ -~]+)?$/),
  sdpMid: z.string().max(64).nullish(),
  sdpMLineIndex: z.number().int().nonnegative().max(1000).nullish(),
  usernameFragment: z.string().max(256).nullish(),
})
const signal = {
  description: description.optional(),
  /** Null after the last one. */
  candidate: candidate.nullable().optional(),
}

/** Where a browser learns how it is reached, and what relays for it. */
const iceServer = z.strictObject({
  urls: z.array(z.string()),
  username: z.string().optional(),
  credential: z.string().optional(),
})
export type IceServer = z.infer<typeof iceServer>
export const iceServers = z.strictObject({
  servers: z.array(iceServer),
  /** Until when they may be used: new ones are asked for before that. Null: always. */
  expires: z.number().nullable(),
})
export type IceServers = z.infer<typeof iceServers>

/** What of somebody others see and hear. */
export const track = z.enum(['mic', 'camera', 'share'])
export type Track = z.infer<typeof track>

export const liveJoin = z.strictObject({
  type: z.literal('live.join'),
  ...inRoom,
  mic: z.boolean(),
  camera: z.boolean(),
  /** He wants nobody to learn his address. */
  relayOnly: z.boolean().optional(),
})
export const liveLeave = z.strictObject({ type: z.literal('live.leave'), ...inRoom })
export const liveSignal = z
  .strictObject({ type: z.literal('live.signal'), ...inRoom, to: peerId, ...signal })
  .refine(...exactlyOne('description', 'candidate'))
/** Before the servers that he has run out. */
export const liveServers = z.strictObject({ type: z.literal('live.servers'), ...inRoom })
export const liveSet = z.strictObject({
  type: z.literal('live.set'),
  ...inRoom,
  mic: z.boolean().optional(),
  camera: z.boolean().optional(),
  share: z.boolean().optional(),
  hand: z.boolean().optional(),
})
export const liveReact = z.strictObject({ type: z.literal('live.react'), ...inRoom, emoji })

const about = { ...inRoom, person: personId }
export const liveStop = z.strictObject({ type: z.literal('live.stop'), ...about, what: track })
/** All but the one who asks. */
export const liveMuteAll = z.strictObject({ type: z.literal('live.mute-all'), ...inRoom })
export const liveLower = z.strictObject({ type: z.literal('live.lower'), ...about })
export const liveRemove = z.strictObject({ type: z.literal('live.remove'), ...about })

export const peer = z.strictObject({
  id: peerId,
  person: personId,
  /** Also of who is not back yet, and stands in no other list. */
  name: z.string(),
  since: z.number(),
  mic: z.boolean(),
  camera: z.boolean(),
  share: z.boolean(),
  /** Since when it is up: who raised his first has the smallest. */
  hand: z.number().nullable(),
  away: z.boolean(),
})
export type PeerState = z.infer<typeof peer>

export const live = z.strictObject({ since: z.number(), peers: z.array(peer) })
export type LiveState = z.infer<typeof live>

export const liveJoined = z.strictObject({
  type: z.literal('live.joined'),
  room: roomId,
  /** Of the call. */
  since: z.number(),
  peer,
})
export const liveLeft = z.strictObject({
  type: z.literal('live.left'),
  room: roomId,
  id: peerId,
  person: personId,
  /** `moved`: he sits elsewhere now, as another peer. */
  why: z.enum(['left', 'lost', 'moved', 'removed']),
})
export const liveChanged = z.strictObject({ type: z.literal('live.changed'), room: roomId, peer })
export const liveReacted = z.strictObject({
  type: z.literal('live.reacted'),
  room: roomId,
  by: personId,
  emoji: z.string(),
})
/** To the page that sits there. */
export const liveSignalled = z.strictObject({
  type: z.literal('live.signalled'),
  room: roomId,
  from: peerId,
  to: peerId,
  ...signal,
})
/** To the page of whom it is about: it must not send this any more until he wants to. */
export const liveStopped = z.strictObject({
  type: z.literal('live.stopped'),
  room: roomId,
  what: track,
  by: personId,
})
/** To the page that has no seat any more. */
export const liveOut = z.strictObject({
  type: z.literal('live.out'),
  room: roomId,
  code: z.enum(['live.moved', 'live.removed']),
  text: z.string(),
})

export const liveJoinResult = z.strictObject({
  id: peerId,
  /** The others. */
  peers: z.array(peer),
  ice: iceServers,
  /** He, or the room, wants it so. */
  relayOnly: z.boolean(),
})
