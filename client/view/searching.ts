// Looking for what was said, while one types.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { RoomId } from '#protocol/id.ts'
import { PHRASE_WORDS } from '#protocol/limits.ts'
import { wordsOf } from '#protocol/words.ts'
import type { Finds } from '../act/search.ts'
import { useVisit } from './context.ts'

/** Each search costs the server something: it waits for who is still typing. */
const PAUSE = 300

const NOTHING: Finds = { messages: [], asking: false, trouble: '' }
const TOO_MANY: Finds = { ...NOTHING, trouble: `Look for at most ${PHRASE_WORDS} words.` }

export function useSearch(room: RoomId, text: string) {
  const { acts } = useVisit()
  const [finds, setFinds] = useState<Finds>()
  const turn = useRef(0)

  /** Of what is asked while one types only the last answer counts. */
  const look = async (known: Finds) => {
    const mine = ++turn.current
    for await (const finds of acts.search.look(room, text, known)) {
      if (mine !== turn.current) return
      setFinds(finds)
    }
  }

  useEffect(() => {
    const count = wordsOf(text).length
    if (count === 0) return setFinds(undefined)
    if (count > PHRASE_WORDS) return setFinds(TOO_MANY)
    const timer = setTimeout(() => look(NOTHING), PAUSE)
    return () => {
      clearTimeout(timer)
      turn.current++
    }
  }, [room, text])

  return { finds, further: () => finds && look(finds) }
}
