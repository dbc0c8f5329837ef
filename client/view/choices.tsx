// A list of things to do, each with a sentence about what it means.
import { useId } from 'preact/hooks'

export interface Choice {
  readonly label: string
  readonly about: string
  readonly danger?: boolean
  readonly run: () => void
}

export function Choices({ choices }: { choices: readonly Choice[] }) {
  const id = useId()
  return (
    <ul class="choices">
      {choices.map(({ label, about, danger, run }, index) => (
        <li key={label}>
          <button
            type="button"
            aria-describedby={`${id}${index}`}
            class={danger ? 'danger' : undefined}
            onClick={run}
          >
            {label}
          </button>
          <p class="soft" id={`${id}${index}`}>
            {about}
          </p>
        </li>
      ))}
    </ul>
  )
}
