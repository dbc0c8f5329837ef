// A sign-in link of one's own, for another device: as a code for its camera, and to be copied.
import { useState } from 'preact/hooks'
import { useTexts, useVisit } from './context.ts'
import { CopyField } from './copy.tsx'
import { Qr } from './qr.tsx'

export function Device() {
  const { session, acts } = useVisit()
  const t = useTexts().you.device
  const [url, setUrl] = useState<string>()
  const show = async () => setUrl(await acts.me.link())
  return (
    <section class="part">
      <h3>{t.title}</h3>
      {url ? (
        <>
          <p class="soft">{t.about}</p>
          <Qr url={url} />
          <CopyField label={t.link} url={url} />
        </>
      ) : (
        <div class="row">
          <button type="button" class="button" onClick={() => session.try(show())}>
            {t.show}
          </button>
        </div>
      )}
    </section>
  )
}
