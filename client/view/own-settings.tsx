// What everybody sets for himself: who he is in the room where he stands, and how this browser shows the page.
import { useState } from 'preact/hooks'
import { useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'
import { Notifying } from './notifying.tsx'
import { OneOf } from './one-of.tsx'
import { ShortcutList } from './shortcut-list.tsx'
import { Tick } from './tick.tsx'
import { You } from './you.tsx'

const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const
const contrasts = [
  { value: 'system', label: 'System' },
  { value: 'more', label: 'High' },
] as const

export function OwnSettings({ onClose }: { onClose: () => void }) {
  const { session, device } = useVisit()
  const { door, me } = session.state.value
  const { theme, contrast, sounds, keys } = device.now
  const [list, setList] = useState(false)
  return (
    <Dialog title="Your settings" onClose={onClose}>
      {door.at === 'room' && <You me={me} />}
      <section class="settings" aria-label="In this browser">
        <OneOf label="Theme" options={themes} value={theme} onChange={theme => device.set({ theme })} />
        <OneOf
          label="Contrast"
          options={contrasts}
          value={contrast}
          onChange={contrast => device.set({ contrast })}
        />
        <Tick
          label="Sounds"
          about="When somebody waits to be let in, or writes to you while you do not look."
          on={sounds}
          onChange={sounds => device.set({ sounds })}
        />
        <Notifying />
        <Tick
          label="Shortcuts of a single key"
          about="Such as / to search. Who speaks to his device, or hits keys by chance, switches them off."
          on={keys}
          onChange={keys => device.set({ keys })}
        />
        <button type="button" class="button" onClick={() => setList(true)}>
          Show all shortcuts
        </button>
      </section>
      <p class="soft note">What you choose here holds in this browser only.</p>
      {list && <ShortcutList onClose={() => setList(false)} />}
    </Dialog>
  )
}
