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
                  {shown(keys).map((one, at) => (
                    <Keys key={one} keys={one} before={at === 0 ? '' : keys.length > 2 ? '–' : t.or} />
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

/** Of many that follow each other the first and the last. */
const shown = (keys: readonly string[]) =>
  keys.filter((_, at) => keys.length < 3 || at === 0 || at === keys.length - 1)

function Keys({ keys, before }: { keys: string; before: string }) {
  return (
    <>
      {before && <span class="soft"> {before} </span>}
      {capsOf(keys, isMac).map(cap => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </>
  )
}
