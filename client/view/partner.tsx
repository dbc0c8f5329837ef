// The head of a 1:1 room: the other one, and whether he is there.
import type { Someone } from '#protocol/people.ts'
import type { Room } from '../state/state.ts'
import { Avatar } from './avatar.tsx'

export function PartnerHead({ room, partner }: { room: Room; partner: Someone }) {
  const member = room.members.find(({ person }) => person === partner.person)
  const where = member ? (member.away ? 'Away' : 'In this room now') : 'Not here now'
  return (
    <div class="topic partner">
      <Avatar name={partner.name} size={36} />
      <div>
        <h1>
          <span>{partner.name}</span>
        </h1>
        <p class="soft below">{where}</p>
      </div>
    </div>
  )
}
