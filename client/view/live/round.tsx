// A round button of a call, with a sign.
import { Sign, type SignName } from './sign.tsx'

interface Props {
  readonly sign: SignName
  readonly label: string
  /** `off`: what it stands for is off, and that matters; `active`: it is on; `leave`: it ends something. */
  readonly kind?: 'off' | 'active' | 'leave' | undefined
  /** Only where there is space: `More` has it, too. */
  readonly roomy?: boolean
  /** Of one that opens something. */
  readonly expanded?: boolean
  readonly onClick: () => void
}

export const Round = ({ sign, label, kind = undefined, roomy = false, expanded, onClick }: Props) => (
  <button
    type="button"
    class={['round', kind, roomy && 'roomy'].filter(Boolean).join(' ')}
    aria-label={label}
    title={label}
    aria-expanded={expanded}
    onClick={onClick}
  >
    <Sign name={sign} />
  </button>
)
