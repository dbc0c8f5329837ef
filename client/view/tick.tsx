// Something that is on or off, with a sentence about what that means.
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface Props {
  readonly label: string
  readonly about: ComponentChildren
  readonly on: boolean
  readonly disabled?: boolean
  readonly onChange: (on: boolean) => void
}

export function Tick({ label, about, on, disabled = false, onChange }: Props) {
  const id = useId()
  return (
    <div>
      <label class="tick">
        <input
          type="checkbox"
          checked={on}
          disabled={disabled}
          aria-describedby={id}
          onChange={event => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <p class="soft" id={id}>
        {about}
      </p>
    </div>
  )
}
