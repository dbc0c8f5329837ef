// Why something did not work. Its place is kept, so that nothing moves when it comes.
import type { NoCode } from '../net/refused.ts'
import { useTexts } from './context.ts'

export const Trouble = ({ text, id }: { text: string | undefined; id?: string }) => (
  <p class="wrong" id={id} role="alert">
    {text}
  </p>
)

/** Of coming in, where nothing was to be kept. */
export function DoorTrouble({ code }: { code: NoCode | undefined }) {
  const { door, refusals } = useTexts()
  return <Trouble text={code === 'store.away' ? door.memoryAway : code && refusals[code]} />
}
