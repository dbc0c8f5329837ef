// On the way into a room. It shows itself only when that takes a while.
import { useVisit } from './context.ts'

export function Entering() {
  const { link } = useVisit().session.state.value
  return (
    <main class="screen late">
      <span class="pulse" aria-hidden="true" />
      <h1>{link.at === 'lost' ? 'The server does not answer' : 'Coming in…'}</h1>
      <p>
        {link.at === 'lost'
          ? 'It may be restarting, or your network is down. This page keeps trying and goes on by itself.'
          : 'One moment.'}
      </p>
    </main>
  )
}
