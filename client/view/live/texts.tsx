// The texts of a call, fetched with it in the language of the page.
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { fetchTexts } from '../../language/sources.ts'
import type { CallTexts } from '../../language/texts.ts'
import { useVisit } from '../context.ts'

const CallWords = createContext<CallTexts | undefined>(undefined)

export function useCallTexts(): CallTexts {
  const texts = useContext(CallWords)
  if (!texts) throw new Error('a part of the call was drawn outside of it')
  return texts
}

/** What is in it is there with its texts. */
export function InCallWords({ children }: { children: ComponentChildren }) {
  const texts = useFetchedTexts()
  return texts ? <CallWords.Provider value={texts}>{children}</CallWords.Provider> : null
}

/** Undefined until they are there; of another language meanwhile. */
function useFetchedTexts(): CallTexts | undefined {
  const { name } = useVisit().language
  const [texts, setTexts] = useState<CallTexts>()
  useEffect(() => {
    let isLast = true
    void fetchTexts(name, 'call').then(call => isLast && setTexts(call))
    return () => {
      isLast = false
    }
  }, [name])
  return texts
}
