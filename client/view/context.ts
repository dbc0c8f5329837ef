// What every part of the page can reach: the session with its state, and the acts.
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Acts } from '../act/acts.ts'
import type { Session } from '../session.ts'

export const Visit = createContext<{ session: Session; acts: Acts } | undefined>(undefined)

export function useVisit(): { session: Session; acts: Acts } {
  const visit = useContext(Visit)
  if (!visit) throw new Error('a part of the page was drawn outside of it')
  return visit
}
