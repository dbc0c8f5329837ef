// Says so when somebody who runs the room has switched off what one sends.
import { useEffect } from 'preact/hooks'
import { someoneIn } from '../../state/state.ts'
import { useVisit } from '../context.ts'
import { useCallTexts } from './texts.tsx'

export function SayStopped() {
  const { session } = useVisit()
  const { stopped } = useCallTexts()
  useEffect(
    () =>
      session.listen(message => {
        const { room } = session.state.peek()
        if (message.type !== 'live.stopped' || message.room !== room?.id) return
        const name = someoneIn(room, message.by)?.name ?? ''
        session.tell({ text: stopped[message.what](name) })
      }),
    [stopped],
  )
  return null
}
