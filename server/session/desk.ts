// What the handlers work with, given to them once by compose.
import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Paces } from '../base/paces.ts'
import type { Seal } from '../base/seal.ts'
import type { Blocks } from '../people/blocks.ts'
import type { Circle } from '../people/circle.ts'
import type { KeptDirectory } from '../people/directory.ts'
import type { LocalGroups } from '../people/groups.ts'
import type { KeyRing } from '../people/keys.ts'
import type { SignInLinks } from '../people/links.ts'
import type { SignIn } from '../people/sign-in.ts'
import type { Rooms } from '../room/rooms.ts'
import type { Ended } from '../store/ended.ts'
import type { Visitors } from './visitors.ts'

export interface Desk {
  readonly rooms: Rooms
  readonly visitors: Visitors
  readonly directory: KeptDirectory
  readonly groups: LocalGroups
  readonly blocks: Blocks
  /** Who knows whom. */
  readonly circle: Circle
  readonly links: SignInLinks
  readonly keys: KeyRing
  readonly signIns: readonly SignIn[]
  readonly seal: Seal
  readonly ended: Ended
  readonly clock: Clock
  readonly log: Log
  /** How many rooms may be started from an address: one costs memory until somebody has been in it. */
  readonly creations: Paces
  /** How many may arrive from an address: each that leaves is remembered for a day. */
  readonly arrivals: Paces
  readonly url: () => string
  /** How many connections the door has open. */
  readonly sockets: () => number
}
