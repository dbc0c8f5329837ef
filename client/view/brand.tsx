// The name of the house, which leads home.
import { useVisit } from './context.ts'

export function Brand() {
  const { session } = useVisit()
  const goHome = (event: MouseEvent) => {
    event.preventDefault()
    session.go('/')
  }
  return (
    <a class="brand" href="/" onClick={goHome}>
      <img src="/icon.svg" alt="" width="24" height="24" />
      Presence
    </a>
  )
}
