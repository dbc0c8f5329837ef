// A sign-in link of one's own, for another device: as a code for its camera, and to be copied.
import { useState } from 'preact/hooks'
import { useVisit } from './context.ts'
import { CopyField } from './copy.tsx'
import { Qr } from './qr.tsx'

export function Device() {
  const { session, acts } = useVisit()
  const [url, setUrl] = useState<string>()
  const show = async () => setUrl(await acts.me.link())
  return (
    <section class="part">
      <h3>Sign in on another device</h3>
      {url ? (
        <>
          <p class="soft">Whoever opens this link is you, for a week. It voids the one before it.</p>
          <Qr url={url} />
          <CopyField label="Your sign-in link" url={url} />
        </>
      ) : (
        <div class="row">
          <button type="button" class="button" onClick={() => session.try(show())}>
            Show a sign-in link
          </button>
        </div>
      )}
    </section>
  )
}
