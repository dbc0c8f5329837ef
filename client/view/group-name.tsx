// What a group is called, from now on.
import { useState } from 'preact/hooks'
import { NAME_LENGTH } from '#protocol/limits.ts'
import { cleanName } from '../state/clean.ts'
import { useAttempt } from './attempt.ts'
import { TextField } from './text-field.tsx'

interface Props {
  readonly label: string
  readonly deed: string
  readonly known?: string
  readonly onName: (name: string) => Promise<unknown>
}

export function GroupName({ label, deed, known = '', onName }: Props) {
  const [text, setText] = useState(known)
  const { attempt, busy, trouble } = useAttempt()
  const name = cleanName(text)
  const submit = (event: Event) => {
    event.preventDefault()
    if (name && !busy) void attempt(onName(name))
  }
  return (
    <form onSubmit={submit}>
      <TextField
        label={label}
        value={text}
        maxLength={NAME_LENGTH}
        onInput={setText}
        trouble={trouble}
        beside={
          <button type="submit" class="button" disabled={busy || !name || name === known}>
            {deed}
          </button>
        }
      />
    </form>
  )
}
