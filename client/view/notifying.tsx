// Being told by the system, if he wants it and the browser allows it.
import { useState } from 'preact/hooks'
import { askToNotify, standing } from '../permission.ts'
import { aboutNotifying, isPossible } from '../state/standing.ts'
import { useTexts, useVisit } from './context.ts'
import { Tick } from './tick.tsx'

export function Notifying() {
  const { device } = useVisit()
  const t = useTexts().own
  const [answer, setAnswer] = useState<ReturnType<typeof standing>>()
  const now = answer ?? standing()
  const change = async (notify: boolean) => {
    const answer = notify ? await askToNotify() : undefined
    setAnswer(answer)
    device.set({ notify: answer === 'granted' })
  }
  return (
    <Tick
      label={t.notifications}
      about={<span role="status">{aboutNotifying(now, answer !== undefined, t)}</span>}
      on={device.now.notify && now === 'granted'}
      disabled={!isPossible(now)}
      onChange={on => void change(on)}
    />
  )
}
