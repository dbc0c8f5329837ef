// What everybody sets for himself: who he is in the room where he stands, and how this browser shows the page.
import { useState } from 'preact/hooks'
import { useTexts, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { Notifying } from './notifying.tsx'
import { OneOf } from './one-of.tsx'
import { ShortcutList } from './shortcut-list.tsx'
import { Tick } from './tick.tsx'
import { You } from './you.tsx'

export function OwnSettings({ onClose }: { onClose: () => void }) {
  const { session, device } = useVisit()
  const { door, me } = session.state.value
  const { theme, contrast, sounds, keys } = device.now
  const t = useTexts().own
  const [list, setList] = useState(false)
  return (
    <Dialog title={t.title} onClose={onClose}>
      {door.at === 'room' && <You me={me} />}
      <section class="settings" aria-label={t.inThisBrowser}>
        <LanguageChoice />
        <OneOf label={t.theme} options={t.themes} value={theme} onChange={theme => device.set({ theme })} />
        <OneOf
          label={t.contrast}
          options={t.contrasts}
          value={contrast}
          onChange={contrast => device.set({ contrast })}
        />
        <Tick
          label={t.sounds}
          about={t.aboutSounds}
          on={sounds}
          onChange={sounds => device.set({ sounds })}
        />
        <Notifying />
        <Tick label={t.keys} about={t.aboutKeys} on={keys} onChange={keys => device.set({ keys })} />
        <button type="button" class="button" onClick={() => setList(true)}>
          {t.showKeys}
        </button>
      </section>
      <p class="soft note">{t.note}</p>
      {list && <ShortcutList onClose={() => setList(false)} />}
    </Dialog>
  )
}
