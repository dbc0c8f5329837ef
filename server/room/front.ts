// The room that the server's own link leads to: there whenever somebody comes, and his who comes first.
import type { InviteToken, RoomId } from '#protocol/id.ts'
import type { Result } from '#protocol/message.ts'
import type { Seal } from '../base/seal.ts'
import type { Command } from './command.ts'
import { invitePath, publicToken } from './links.ts'
import { roomIdFrom } from './record.ts'

export class Front {
  readonly id: RoomId
  readonly token: InviteToken

  constructor(seal: Seal) {
    this.id = roomIdFrom(seal.digest('front room', ''))
    this.token = publicToken(seal, this.id, '1')
  }

  get path(): string {
    return invitePath(this.token)
  }

  /** Whoever comes by its link opens it. */
  opensFor(id: RoomId, command: Command): boolean {
    return id === this.id && command.type === 'room.join' && command.way.invite === this.token
  }

  /** What is seen from outside while nobody is in. */
  look(id: RoomId, command: Command): Result<'invite.look'> | undefined {
    if (id !== this.id || command.type !== 'invite.look') return undefined
    return { name: null, topic: '', count: 0, members: [], locked: false }
  }
}
