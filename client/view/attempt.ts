// Asking for something that may be refused: whether it is on its way, and why it was not done.
import { useState } from 'preact/hooks'
import { useVisit } from './context.ts'

export function useAttempt() {
  const { session } = useVisit()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  /** True when it was done. */
  const attempt = async (asked: Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    const why = await asked.then(
      () => '',
      error => session.sentenceOf(error),
    )
    setBusy(false)
    setTrouble(why)
    return why === ''
  }
  return { attempt, busy, trouble }
}
