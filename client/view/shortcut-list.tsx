// All shortcuts in a list.
import { capsOf, chapters } from '../state/shortcuts.ts'
import { useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'

const isMac = /Mac|iP(hone|ad|od)/.test(navigator.platform)

export function ShortcutList({ onClose }: { onClose: () => void }) {
  const { device } = useVisit()
  return (
    <Dialog title="Shortcuts" onClose={onClose}>
      {!device.now.keys && <p class="soft">Those of a single key are switched off in your settings.</p>}
      {chapters.map(({ title, shortcuts }) => (
        <section key={title} class="keys" aria-label={title}>
          <h3>{title}</h3>
          <dl>
            {shortcuts.map(({ keys, does }) => (
              <div key={does}>
                <dt>
                  {keys.map((one, at) => (
                    <Keys key={one} keys={one} or={at > 0} />
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}

const Keys = ({ keys, or }: { keys: string; or: boolean }) => (
  <>
    {or && <span class="soft"> or </span>}
    {capsOf(keys, isMac).map(cap => (
      <kbd key={cap}>{cap}</kbd>
    ))}
  </>
)
