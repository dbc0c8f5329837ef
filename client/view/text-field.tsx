// A line to be filled in: what it is called, what stands beside and below it.
import type { ComponentChildren, PartialInputHTMLAttributes, Ref } from 'preact'
import { useId } from 'preact/hooks'
import { Trouble } from './trouble.tsx'

type Input = PartialInputHTMLAttributes<HTMLInputElement>

export interface FieldProps
  extends Pick<
    Input,
    'min' | 'max' | 'maxLength' | 'placeholder' | 'autocomplete' | 'readOnly' | 'spellcheck'
  > {
  readonly kind?: 'text' | 'search' | 'number'
  readonly label: string
  readonly value: string
  readonly onInput: (text: string) => void
  readonly field?: Ref<HTMLInputElement>
  readonly hint?: string
  /** Why it is not taken; empty as long as it may be, undefined where it always is. */
  readonly trouble?: string
  /** A button in the same line. */
  readonly beside?: ComponentChildren
}

export function TextField({
  kind = 'text',
  label,
  onInput,
  field,
  hint,
  trouble,
  beside,
  ...rest
}: FieldProps) {
  const id = useId()
  const about = [hint !== undefined && `${id}hint`, trouble !== undefined && `${id}trouble`]
    .filter(Boolean)
    .join(' ')
  const input = (
    <input
      id={id}
      ref={field}
      // The types of elements know only one kind at a time.
      type={kind as 'text'}
      autocomplete="off"
      aria-describedby={about || undefined}
      onInput={event => onInput(event.currentTarget.value)}
      {...rest}
    />
  )
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {beside ? (
        <div class="row">
          {input}
          {beside}
        </div>
      ) : (
        input
      )}
      {hint !== undefined && (
        <p class="soft" id={`${id}hint`}>
          {hint}
        </p>
      )}
      {trouble !== undefined && <Trouble id={`${id}trouble`} text={trouble} />}
    </div>
  )
}
