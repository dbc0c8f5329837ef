// Whom one has blocked: the list of them, and what stands in a 1:1 room instead of the field to write in.
import { useState } from 'preact/hooks'
import type { Someone } from '#protocol/people.ts'
import { faceOf } from '../state/face.ts'
import type { Room } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'

export function BlockedPeople({ blocked }: { blocked: readonly Someone[] }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="button quiet" onClick={() => setOpen(true)}>
        Blocked people
      </button>
      {open && (
        <Dialog title="Blocked people" onClose={() => setOpen(false)}>
          <p class="soft">They do not find you and cannot write to you. They are not told.</p>
          {blocked.length === 0 && <p>Nobody is blocked.</p>}
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

export const YouBlocked = ({ person }: { person: Someone }) => (
  <div class="composer blocked row spread">
    <p>You have blocked {person.name}. Neither of you can write here.</p>
    <Unblock person={person} />
  </div>
)

/** The other one of a 1:1 room, if the visitor has blocked him. */
export function useBlocked({ direct }: Room): Someone | undefined {
  const { blocked } = useVisit().session.state.value
  return blocked.find(({ person }) => person === direct?.person)
}

function Unblock({ person }: { person: Someone }) {
  const { acts } = useVisit()
  return (
    <button
      type="button"
      class="button small"
      aria-label={`Unblock ${person.name}`}
      onClick={() => void acts.people.block(person, false)}
    >
      Unblock
    </button>
  )
}
