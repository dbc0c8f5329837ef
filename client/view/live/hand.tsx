// A raised hand, and when it is its turn.
import { Sign } from './sign.tsx'
import { useCallTexts } from './texts.tsx'

export function Hand({ turn }: { turn: number }) {
  const label = useCallTexts().hand.isUp(turn)
  return (
    <span class="hand" role="img" aria-label={label} title={label}>
      <Sign name="hand" /> {turn}
    </span>
  )
}
