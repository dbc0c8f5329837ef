// What an account has at home beside its rooms: finding people, whom it has blocked, and groups.
import { useState } from 'preact/hooks'
import type { State } from '../state/state.ts'
import { BlockedPeople } from './blocked.tsx'
import { useVisit } from './context.ts'
import { Find } from './find.tsx'
import { Groups } from './groups.tsx'

export function FindPeople() {
  const { acts } = useVisit()
  return (
    <Find
      label="Find people"
      deed={name => `Write to ${name}`}
      nobody="Nobody of this name shares a named room or a group with you."
      onChoose={({ person }) => void acts.people.write(person)}
    />
  )
}

export function Circle({ state: { me, blocked } }: { state: State }) {
  const [open, setOpen] = useState(false)
  return (
    <div class="row circle">
      <button type="button" class="button quiet" onClick={() => setOpen(true)}>
        Groups
      </button>
      <BlockedPeople blocked={blocked} />
      {open && <Groups mayEdit={me?.owner === true} onClose={() => setOpen(false)} />}
    </div>
  )
}
