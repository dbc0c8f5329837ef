// One's own face at the top of every page: behind it is how this page looks and behaves here.
import { useState } from 'preact/hooks'
import { myFace } from '../state/face.ts'
import { Avatar } from './avatar.tsx'
import { useVisit } from './context.ts'
import { OwnSettings } from './own-settings.tsx'

export function Own() {
  const { session } = useVisit()
  const [open, setOpen] = useState(false)
  const { me } = session.state.value
  return (
    <>
      <button
        type="button"
        class="tool own"
        aria-label="Your settings"
        title="Your settings"
        onClick={() => setOpen(true)}
      >
        <Avatar name={me?.name ?? session.name.value} face={me && myFace(me)} size={28} />
      </button>
      {open && <OwnSettings onClose={() => setOpen(false)} />}
    </>
  )
}
