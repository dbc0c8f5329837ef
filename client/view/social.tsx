// What an account has at home beside its rooms: finding people, whom it has blocked, and groups.
import { useState } from 'preact/hooks'
import type { State } from '../state/state.ts'
import { BlockedPeople } from './blocked.tsx'
import { useTexts, useVisit } from './context.ts'
import { Find } from './find.tsx'
import { Groups } from './groups.tsx'

export function FindPeople() {
  const { acts } = useVisit()
  const t = useTexts().home
  return (
    <Find
      label={t.findPeople}
      deed={t.writeTo}
      nobody={t.nobodyFound}
      onChoose={({ person }) => void acts.people.write(person)}
    />
  )
}

export function Circle({ state: { me, blocked } }: { state: State }) {
  const { groups } = useTexts().home
  const [open, setOpen] = useState(false)
  return (
    <div class="row circle">
      <button type="button" class="button quiet" onClick={() => setOpen(true)}>
        {groups}
      </button>
      <BlockedPeople blocked={blocked} />
      {open && <Groups mayEdit={me?.owner === true} onClose={() => setOpen(false)} />}
    </div>
  )
}
