// How good the connection to somebody is, at a look, and by which way it goes.
import type { Link } from '../../call/link.ts'
import { strengthOf } from '../../call/measured.ts'
import { useCallTexts } from './texts.tsx'

const bars = { good: 3, fair: 2, poor: 1 } as const

export function Network({ link }: { link: Link }) {
  const { network } = useCallTexts()
  const measured = link.steering.measured.value
  if (!measured?.route) return null
  const strength = strengthOf(measured)
  const text = network.about(network.strengths[strength], network.routes[measured.route])
  return (
    <span class={`network ${strength}`} role="img" aria-label={text} title={text}>
      {[1, 2, 3].map(bar => (
        <i key={bar} class={bar <= bars[strength] ? 'full' : undefined} />
      ))}
      <span class="route">{network.routes[measured.route]}</span>
    </span>
  )
}
