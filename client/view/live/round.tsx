// A round button of a call, with a sign.
import { Sign, type SignName } from './sign.tsx'

interface Props {
  readonly sign: SignName
  readonly label: string
  /** `off`: what it stands for is off, and that matters; `active`: it is on; `leave`: it ends something. */
  readonly kind?: 'off' | 'active' | 'leave' | undefined
  /** Only where there is space: `More` has it, too. */
  readonly roomy?: boolean
  readonly onClick: () => void
}

export const Round = ({ sign, label, kind = undefined, roomy = false, onClick }: Props) => (
  <button
    type="button"
    class={['round', kind, roomy && 'roomy'].filter(Boolean).join(' ')}
    aria-label={label}
    title={label}
    onClick={onClick}
  >
    <Sign name={sign} />
  </button>
)
