// The table of everything that can be asked of a room.

import * as calling from './calling.ts'
import * as changing from './changing.ts'
import * as chatting from './chatting.ts'
import type { CommandOf, CommandType, Reply } from './command.ts'
import * as entrance from './entrance.ts'
import * as filing from './filing.ts'
import * as finding from './finding.ts'
import * as inviting from './inviting.ts'
import * as joining from './joining.ts'
import * as leaving from './leaving.ts'
import type { Who } from './member.ts'
import * as moderation from './moderation.ts'
import * as naming from './naming.ts'
import * as paging from './paging.ts'
import * as pinning from './pinning.ts'
import * as presiding from './presiding.ts'
import * as reads from './reads.ts'
import type { Room } from './room.ts'
import * as searching from './searching.ts'
import * as signalling from './signalling.ts'

type Rule<T extends CommandType> = (
  room: Room,
  who: Who,
  command: CommandOf<T>,
) => Reply<T> | Promise<Reply<T>>

/** Starting a room is the one thing that no room can be asked. */
export type InRoom = Exclude<CommandType, 'room.create' | 'room.mine' | 'room.direct'>

export const rules: { readonly [T in InRoom]: Rule<T> } = {
  'room.join': joining.join,
  'room.leave': leaving.leave,
  'room.set': moderation.set,
  'room.who': inviting.who,
  'room.about': inviting.about,
  'room.name': naming.name,
  'room.close': leaving.close,
  'room.kick': moderation.kick,
  'room.ban': moderation.ban,
  'room.unban': moderation.unban,
  'room.bans': moderation.bans,
  'room.role': moderation.setRole,
  'knock.ask': entrance.knock,
  'knock.withdraw': leaving.withdraw,
  'knock.admit': entrance.admit,
  'knock.deny': entrance.deny,
  'chat.send': chatting.send,
  'chat.edit': changing.edit,
  'chat.delete': changing.remove,
  'chat.react': changing.react,
  'chat.pin': pinning.pin,
  'chat.get': finding.get,
  'chat.history': finding.history,
  'chat.typing': chatting.type,
  'chat.read': reads.read,
  'chat.page': paging.page,
  'chat.search': searching.search,
  'file.offer': filing.offer,
  'file.withdraw': filing.withdraw,
  'file.begin': filing.begin,
  'file.arrived': filing.arrived,
  'live.join': calling.join,
  'live.leave': calling.leave,
  'live.signal': signalling.signal,
  'live.servers': calling.servers,
  'live.set': calling.set,
  'live.react': calling.react,
  'live.stop': presiding.stop,
  'live.mute-all': presiding.muteAll,
  'live.lower': presiding.lower,
  'live.remove': presiding.remove,
  'invite.look': inviting.look,
  'invite.public': inviting.publicLink,
  'invite.host': inviting.hostLink,
  'invite.make': inviting.make,
  'invite.list': inviting.list,
  'invite.revoke': inviting.revoke,
  'invite.decline': inviting.decline,
  'member.back': entrance.back,
  'member.away': entrance.setAway,
  'member.lost': leaving.lost,
  'member.renamed': entrance.rename,
  'member.removed': leaving.removed,
}
