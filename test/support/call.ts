// People in the call of a room, and what their browsers would say to each other.
import type { PeerId, RoomId } from '#protocol/id.ts'
import type { Request, Result } from '#protocol/message.ts'
import type { Person } from './person.ts'

type Join = Partial<Pick<Request<'live.join'>, 'mic' | 'camera' | 'relayOnly'>>

export const goLive = (person: Person, room: RoomId, wish: Join = {}): Promise<Result<'live.join'>> =>
  person.ask({ type: 'live.join', room, mic: true, camera: true, ...wish })

export const offer = (sdp = 'v=0\r\ns=-\r\n') => ({ description: { type: 'offer' as const, sdp } })
export const candidate = (port = 1) => ({
  candidate: {
    candidate: `candidate:1 1 udp 2122260223 192.0.2.1 ${port} typ host generation 0`,
    ...{ sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'abcd' },
  },
})

type Said = Pick<Request<'live.signal'>, 'description' | 'candidate'>
export const signal = (person: Person, room: RoomId, to: PeerId, said: Said) =>
  person.ask({ type: 'live.signal', room, to, ...said })

/** Who is live, as somebody who comes in now is told. */
export const liveSeenBy = async (person: Person, room: RoomId) => {
  const { live } = await person.join({ room })
  return live && Object.fromEntries(live.peers.map(({ name, ...peer }) => [name, peer]))
}
