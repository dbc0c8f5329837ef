// All shortcuts in a list.
import { capsOf, chapters } from '../state/shortcuts.ts'
import { useTexts, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'

const isMac = /Mac|iP(hone|ad|od)/.test(navigator.platform)

export function ShortcutList({ onClose }: { onClose: () => void }) {
  const { device } = useVisit()
  const t = useTexts().own.shortcuts
  return (
    <Dialog title={t.title} onClose={onClose}>
      {!device.now.keys && <p class="soft">{t.off}</p>}
      {keysOf(chapters).map(chapter => (
        <section key={chapter} class="keys" aria-label={t.chapters[chapter]}>
          <h3>{t.chapters[chapter]}</h3>
          <dl>
            {Object.entries<readonly string[]>(chapters[chapter]).map(([name, keys]) => (
              <div key={name}>
                <dt>
                  {keys.map((one, at) => (
                    <Keys key={one} keys={one} or={at > 0} />
                  ))}
                </dt>
                <dd>{t.does[name as keyof typeof t.does]}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}

const keysOf = <Of extends object>(of: Of) => Object.keys(of) as (keyof Of)[]

function Keys({ keys, or }: { keys: string; or: boolean }) {
  const t = useTexts().own.shortcuts
  return (
    <>
      {or && <span class="soft"> {t.or} </span>}
      {capsOf(keys, isMac).map(cap => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </>
  )
}
