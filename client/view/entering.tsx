// On the way into a room. It shows itself only when that takes a while.
import { useTexts, useVisit } from './context.ts'

export function Entering() {
  const t = useTexts().door
  const lost = useVisit().session.state.value.link.at === 'lost'
  return (
    <main class="screen late">
      <span class="pulse" aria-hidden="true" />
      <h1>{lost ? t.noAnswer : t.comingIn}</h1>
      <p>{lost ? t.aboutNoAnswer : t.oneMoment}</p>
    </main>
  )
}
