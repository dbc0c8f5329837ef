// Looking for what was said, while one types.
import { useState } from 'preact/hooks'
import type { RoomId } from '#protocol/id.ts'
import { PHRASE_WORDS } from '#protocol/limits.ts'
import { wordsOf } from '#protocol/words.ts'
import type { Finds } from '../act/search.ts'
import { useTexts, useVisit } from './context.ts'
import { type Asking, useTyped } from './typed.ts'

const NOTHING: Finds = { messages: [], asking: false, trouble: '' }

export function useSearch(room: RoomId, text: string) {
  const { acts } = useVisit()
  const t = useTexts().search
  const [finds, setFinds] = useState(NOTHING)
  const count = wordsOf(text).length
  const look =
    (known: Finds): Asking =>
    async isLast => {
      for await (const finds of acts.search.look(room, text, known)) {
        if (!isLast()) return
        setFinds(finds)
      }
    }
  const first =
    count > PHRASE_WORDS ? () => setFinds({ ...NOTHING, trouble: t.tooMany(PHRASE_WORDS) }) : look(NOTHING)
  const ask = useTyped(count === 0 ? () => setFinds(NOTHING) : first, [room, text])
  return { finds: count === 0 ? undefined : finds, further: () => ask(look(finds)) }
}
