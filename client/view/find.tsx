// Looking for people by their names, as they are typed.
import { useState } from 'preact/hooks'
import { NAME_LENGTH } from '#protocol/limits.ts'
import type { Found } from '../act/people.ts'
import { faceOf } from '../state/face.ts'
import { Avatar } from './avatar.tsx'
import { useTexts, useVisit } from './context.ts'
import { TextField } from './text-field.tsx'
import { useTyped } from './typed.ts'

interface Props {
  readonly label: string
  /** What a click on somebody means. */
  readonly deed: (name: string) => string
  readonly onChoose: (person: Found) => void
  readonly nobody: string
}

export function Find({ label, deed, onChoose, nobody }: Props) {
  const t = useTexts().people
  const [text, setText] = useState('')
  const found = useFound(text)
  const choose = (person: Found) => {
    setText('')
    onChoose(person)
  }
  return (
    <search class="find">
      <TextField
        label={label}
        kind="search"
        value={text}
        maxLength={NAME_LENGTH}
        placeholder={t.beginningOfName}
        spellcheck={false}
        onInput={setText}
      />
      <div role="status">
        {found && found.length === 0 && <p class="soft">{nobody}</p>}
        {found && found.length > 0 && (
          <ul class="rows">
            {found.map(person => (
              <li key={person.person}>
                <button type="button" aria-label={deed(person.name)} onClick={() => choose(person)}>
                  <Avatar name={person.name} face={faceOf(person)} size={32} />
                  <span class="who">
                    <span class="nick">{person.name}</span>
                    {person.about && <span class="soft">{person.about}</span>}
                  </span>
                  {person.here && <span class="here">{t.hereNow}</span>}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </search>
  )
}

function useFound(text: string): readonly Found[] | undefined {
  const { acts } = useVisit()
  const [found, setFound] = useState<readonly Found[]>()
  const wanted = text.trim()
  useTyped(
    async isLast => {
      const people = wanted === '' ? undefined : await acts.people.search(wanted)
      if (isLast() && (people || wanted === '')) setFound(people)
    },
    [wanted],
  )
  return wanted === '' ? undefined : found
}
