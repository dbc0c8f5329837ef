// One's own face at the top of every page: behind it is how this page looks and behaves here.
import { useState } from 'preact/hooks'
import { myFace } from '../state/face.ts'
import { Avatar } from './avatar.tsx'
import { useTexts, useVisit } from './context.ts'
import { OwnSettings } from './own-settings.tsx'
import { ShortcutList } from './shortcut-list.tsx'
import { useShortcuts } from './shortcuts.ts'

export function Own() {
  const { session } = useVisit()
  const [open, setOpen] = useState<'settings' | 'help'>()
  const close = () => setOpen(undefined)
  useShortcuts({ settings: () => setOpen('settings'), help: () => setOpen('help') })
  const { title } = useTexts().own
  const { me } = session.state.value
  return (
    <>
      <button
        type="button"
        class="tool own"
        aria-label={title}
        title={title}
        onClick={() => setOpen('settings')}
      >
        <Avatar name={me?.name ?? session.name.value} face={me && myFace(me)} size={28} />
      </button>
      {open === 'settings' && <OwnSettings onClose={close} />}
      {open === 'help' && <ShortcutList onClose={close} />}
    </>
  )
}
