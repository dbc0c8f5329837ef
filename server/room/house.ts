// What rooms have from the house that they stand in, and what a named one is loaded with.
import type { Message } from '#protocol/chat.ts'
import type { Epoch, PersonId, RoomId } from '#protocol/id.ts'
import type { IceServers } from '#protocol/live.ts'
import type { ServerMessage } from '#protocol/message.ts'
import type { Clock } from '../base/clock.ts'
import type { Lanes } from '../base/lane.ts'
import type { Log } from '../base/log.ts'
import type { Paces } from '../base/paces.ts'
import type { Seal } from '../base/seal.ts'
import type { Circle } from '../people/circle.ts'
import type { Database } from '../store/database.ts'
import type { Ended } from '../store/ended.ts'
import type { Pass } from '../store/invites.ts'
import type { Recent, StoredMember } from '../store/store.ts'
import type { Writer } from '../store/writer.ts'
import type { Budget } from './budget.ts'
import type { Room } from './room.ts'
import type { UnkeptInvites } from './unkept.ts'
import type { Uploads } from './uploads.ts'

/** What every room has from the house it stands in. */
export interface House {
  readonly clock: Clock
  readonly seal: Seal
  readonly ended: Ended
  readonly log: Log
  readonly userLimit: number
  readonly budget: Budget
  /** A person's comings and goings reach the disk in their order. */
  readonly lanes: Lanes
  readonly uploads: Uploads
  /** Where named rooms are kept; without it no room can be named. */
  readonly memory: Memory | undefined
  /** Of all rooms that have no name. */
  readonly unkept: UnkeptInvites
  /** The room's public link came, changed or went. */
  relink(room: Room, before: string | undefined): void
  readonly calls: Calls
  /** Who knows whom, and who has blocked whom. */
  readonly people: Circle
  /** Nobody is left in it. */
  emptied(room: Room): void
  /** Wherever he is on this server, but for his pages in this room. */
  tellPerson(person: PersonId, message: ServerMessage, except?: RoomId): void
}

/** What every call has from it. */
export interface Calls {
  readonly relays: Relays
  /** Until then who was in a call before a restart of the server comes back to his seat. */
  readonly waitUntil: number
  /** How often somebody may do what everybody in the room is told of. */
  readonly gestures: Paces
}

/** What calls need of the network: a port. */
export interface Relays {
  /** Where this person's browser learns how it is reached, and what relays for it. */
  serversFor(person: PersonId, now: number): IceServers
}

export interface Memory extends Database {
  readonly writer: Writer
}

/** What a room that is kept has been loaded with. */
export interface Kept {
  readonly name: string | null
  readonly epoch: Epoch
  readonly recent: Recent
  /** The message that is kept in sight, however old it is. */
  readonly pinned: Message | undefined
  readonly members: readonly StoredMember[]
  /** Whom it waits for. */
  readonly expected: readonly (Pass & { person: PersonId })[]
  readonly fileBytes: number
}
