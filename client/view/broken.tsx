// The last resort: the page itself cannot be drawn.
import { useTexts } from './context.ts'
import { Outside } from './outside.tsx'
import { Title } from './title.tsx'

export function Broken() {
  const t = useTexts().page
  return (
    <Outside>
      <Title>{t.broken}</Title>
      <p class="soft">{t.aboutBroken}</p>
      <button type="button" class="button main large" onClick={() => location.reload()}>
        {t.reload}
      </button>
    </Outside>
  )
}
