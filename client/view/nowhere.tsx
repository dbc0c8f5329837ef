// An address that was mistyped, or that a newer server has and this one has not.
import { useTexts, useVisit } from './context.ts'
import { Outside } from './outside.tsx'
import { Title } from './title.tsx'

export function Nowhere() {
  const { session } = useVisit()
  const { nowhere, toStart } = useTexts().door
  return (
    <Outside>
      <Title>{nowhere.title}</Title>
      <p class="soft">{nowhere.text}</p>
      <button type="button" class="button main large" onClick={() => session.go(session.home)}>
        {toStart}
      </button>
    </Outside>
  )
}
