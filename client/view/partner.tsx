// The head of a 1:1 room: the other one, whether he is there, and what can be done about him.
import { useState } from 'preact/hooks'
import type { Someone } from '#protocol/people.ts'
import { faceOf } from '../state/face.ts'
import type { Room } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useTexts, useVisit } from './context.ts'
import { Icon } from './icon.tsx'
import { blockOrNot, PersonDialog } from './person.tsx'

export function PartnerHead({ room, partner }: { room: Room; partner: Someone }) {
  const t = useTexts().people
  const member = room.members.find(({ person }) => person === partner.person)
  const where = member ? (member.away ? t.away : t.inThisRoom) : t.notHere
  return (
    <div class="topic partner">
      <Avatar name={partner.name} face={faceOf(partner)} size={36} />
      <div>
        <h1>
          <span>{partner.name}</span>
        </h1>
        <p class="soft below">{where}</p>
      </div>
    </div>
  )
}

export function PartnerMenu({ room, partner }: { room: Room; partner: Someone }) {
  const { whatToDo } = useTexts().people
  const { blocked } = useVisit().session.state.value
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="tool" aria-label={whatToDo(partner.name)} onClick={() => setOpen(true)}>
        <Icon name="more" />
      </button>
      {open && (
        <PersonDialog
          room={room}
          person={partner}
          deeds={blockOrNot(partner.person, blocked)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
