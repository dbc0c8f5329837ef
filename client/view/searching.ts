// Looking for what was said while one types: by itself as far back as it takes to have something to show.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Message } from '#protocol/chat.ts'
import type { RoomId } from '#protocol/id.ts'
import { PHRASE_WORDS } from '#protocol/limits.ts'
import { wordsOf } from '#protocol/words.ts'
import { useVisit } from './context.ts'

/** Each search costs the server something: it waits for who is still typing. */
const PAUSE = 300
const ENOUGH = 30

export interface Finds {
  readonly messages: readonly Message[]
  /** So far back it has looked, if there is more. */
  readonly before?: number | undefined
  readonly asking: boolean
  readonly trouble: string
}

const NOTHING = { messages: [], asking: false }

export function useSearch(room: RoomId, text: string) {
  const { acts } = useVisit()
  const [finds, setFinds] = useState<Finds>()
  const turn = useRef(0)

  /** Of what is asked while one types only the last answer counts. */
  const look = async (known: readonly Message[], from?: number) => {
    const mine = ++turn.current
    const show = (finds: Omit<Finds, 'trouble'>, trouble = '') => {
      if (mine === turn.current) setFinds({ ...finds, trouble })
    }
    let [messages, before] = [known, from]
    show({ messages, before, asking: true })
    try {
      do {
        const part = await acts.messages.search(room, text, before)
        messages = [...messages, ...part.messages]
        before = part.before
        show({ messages, before, asking: true })
      } while (before !== undefined && messages.length < known.length + ENOUGH && mine === turn.current)
      show({ messages, before, asking: false })
    } catch (error) {
      show({ messages, before, asking: false }, (error as Error).message)
    }
  }

  useEffect(() => {
    const count = wordsOf(text).length
    if (count === 0) return setFinds(undefined)
    if (count > PHRASE_WORDS)
      return setFinds({ ...NOTHING, trouble: `Look for at most ${PHRASE_WORDS} words.` })
    const timer = setTimeout(() => look([]), PAUSE)
    return () => {
      clearTimeout(timer)
      turn.current++
    }
  }, [room, text])

  return { finds, further: () => finds && look(finds.messages, finds.before) }
}
