// A few choices beside each other, of which one holds.
import { useId } from 'preact/hooks'

interface Props<Value extends string> {
  readonly label: string
  /** Each with its label, in their order. */
  readonly options: Readonly<Record<Value, string>>
  readonly value: Value
  readonly onChange: (value: Value) => void
}

export function OneOf<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  const name = useId()
  return (
    <fieldset class="one-of">
      <legend>{label}</legend>
      <div>
        {(Object.keys(options) as Value[]).map(option => (
          <label key={option}>
            <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
            <span>{options[option]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
