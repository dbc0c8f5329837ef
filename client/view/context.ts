// What every part of the page can reach: the session with its state, the acts, and the settings of this device.
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Acts } from '../act/acts.ts'
import type { DeviceSettings } from '../device.ts'
import type { Session } from '../session.ts'

interface Reach {
  readonly session: Session
  readonly acts: Acts
  readonly device: DeviceSettings
}

export const Visit = createContext<Reach | undefined>(undefined)

export function useVisit(): Reach {
  const visit = useContext(Visit)
  if (!visit) throw new Error('a part of the page was drawn outside of it')
  return visit
}
