// The texts of a call, fetched with it in the language of the page.
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { CallTexts } from '../../language/texts.ts'
import type { LanguageName } from '../../state/languages.ts'
import { useVisit } from '../context.ts'

const sources: Readonly<Record<LanguageName, () => Promise<{ call: CallTexts }>>> = {
  en: () => import('../../language/en/call.ts'),
  nb: () => import('../../language/nb/call.ts'),
  fr: () => import('../../language/fr/call.ts'),
}

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
    void sources[name]().then(({ call }) => isLast && setTexts(call))
    return () => {
      isLast = false
    }
  }, [name])
  return texts
}
