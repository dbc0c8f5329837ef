// What every part of the page can reach: the session with its state, the acts, the settings of this device and its language.
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Acts } from '../act/acts.ts'
import type { DeviceSettings } from '../device.ts'
import type { Texts } from '../language/texts.ts'
import type { Language } from '../language.ts'
import type { Session } from '../session.ts'
import type { Formats } from '../state/formats.ts'

interface Reach {
  readonly session: Session
  readonly acts: Acts
  readonly device: DeviceSettings
  readonly language: Language
}

export const Visit = createContext<Reach | undefined>(undefined)

export function useVisit(): Reach {
  const visit = useContext(Visit)
  if (!visit) throw new Error('a part of the page was drawn outside of it')
  return visit
}

export const useTexts = (): Texts => useVisit().language.texts

export const useFormats = (): Formats => useVisit().language.formats
