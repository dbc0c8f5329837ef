// The field for one's own name, with the avatar that the name makes.
import { useEffect, useId, useRef } from 'preact/hooks'
import { NAME_LENGTH } from '#protocol/limits.ts'
import { Avatar } from './avatar.tsx'
import { mayTakeFocus } from './focus.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly onInput: (name: string) => void
  readonly onChange?: () => void
  readonly focus?: boolean
}

export function NameField({ label, value, onInput, onChange, focus = false }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focus && mayTakeFocus()) field.current?.select()
  }, [])
  return (
    <div class="field name">
      <label for={id}>{label}</label>
      <div class="box">
        <Avatar name={value} size={32} />
        <input
          id={id}
          type="text"
          value={value}
          maxLength={NAME_LENGTH}
          autocomplete="nickname"
          spellcheck={false}
          required
          ref={field}
          onInput={event => onInput(event.currentTarget.value)}
          onChange={onChange}
        />
      </div>
    </div>
  )
}
