// Whom one has blocked: the list of them, and what stands in a 1:1 room instead of the field to write in.
import { useState } from 'preact/hooks'
import type { Someone } from '#protocol/people.ts'
import { faceOf } from '../state/face.ts'
import type { Room } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useTexts, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'

export function BlockedPeople({ blocked }: { blocked: readonly Someone[] }) {
  const t = useTexts().people.blocking
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="button quiet" onClick={() => setOpen(true)}>
        {t.title}
      </button>
      {open && (
        <Dialog title={t.title} onClose={() => setOpen(false)}>
          <p class="soft">{t.about}</p>
          {blocked.length === 0 && <p>{t.nobody}</p>}
          <ul class="rows">
            {blocked.map(one => (
              <li key={one.person} class="row spread">
                <Avatar name={one.name} face={faceOf(one)} size={32} />
                <span class="nick">{one.name}</span>
                <Unblock person={one} />
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}

export function YouBlocked({ person }: { person: Someone }) {
  const { inRoom } = useTexts().people.blocking
  return (
    <div class="composer blocked row spread">
      <p>{inRoom(person.name)}</p>
      <Unblock person={person} />
    </div>
  )
}

/** The other one of a 1:1 room, if the visitor has blocked him. */
export function useBlocked({ direct }: Room): Someone | undefined {
  const { blocked } = useVisit().session.state.value
  return blocked.find(({ person }) => person === direct?.person)
}

function Unblock({ person }: { person: Someone }) {
  const { acts } = useVisit()
  const { blocking, deeds } = useTexts().people
  return (
    <button
      type="button"
      class="button small"
      aria-label={blocking.unblockPerson(person.name)}
      onClick={() => void acts.people.block(person, false)}
    >
      {deeds.unblock.label}
    </button>
  )
}
