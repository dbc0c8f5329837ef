// A line to be filled in that is kept by a button of its own.
import { useEffect, useState } from 'preact/hooks'
import { useAttempt } from './attempt.ts'
import { useTexts } from './context.ts'
import { type FieldProps, TextField } from './text-field.tsx'

interface Props extends Omit<FieldProps, 'onInput'> {
  readonly onSave: (text: string) => Promise<unknown>
}

export function SavingField({ value, onSave, ...field }: Props) {
  const t = useTexts().page
  const [text, setText] = useState(value)
  const [saved, setSaved] = useState(false)
  const { attempt, trouble } = useAttempt()
  // Somebody else may have changed it.
  useEffect(() => setText(value), [value])
  const save = async (event: Event) => {
    event.preventDefault()
    setSaved(await attempt(onSave(text.trim())))
  }
  const type = (next: string) => {
    setText(next)
    setSaved(false)
  }
  const button = (
    <button type="submit" class="button">
      <span aria-live="polite">{saved ? t.saved : t.save}</span>
    </button>
  )
  return (
    <form aria-label={field.label} onSubmit={event => void save(event)}>
      <TextField {...field} value={text} beside={button} trouble={trouble} onInput={type} />
    </form>
  )
}
