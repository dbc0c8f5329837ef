// An address that was mistyped, or that a newer server has and this one has not.
import { useVisit } from './context.ts'
import { Outside } from './outside.tsx'
import { Title } from './title.tsx'

export function Nowhere() {
  const { session } = useVisit()
  return (
    <Outside>
      <Title>There is nothing at this address</Title>
      <p class="soft">Perhaps a letter of the link got lost on the way. Ask for it again, or start a room.</p>
      <button type="button" class="button main large" onClick={() => session.go(session.home)}>
        Go to the start
      </button>
    </Outside>
  )
}
