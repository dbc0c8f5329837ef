// What a complaint of the database means to us.
import { Mistake } from '../../base/mistake.ts'
import { StoreAway, Twice, Unstorable } from '../store.ts'

/** Classes of SQLSTATE that speak of what we sent: 22 values, 23 constraints, 42 our own mistakes. */
const ABOUT_THE_DATA = new Set(['22', '23', '42'])
const UNIQUE = '23505'

export function meaningOf(error: unknown): Error {
  // Said in our own words already.
  if (error instanceof Mistake) return error
  const { code, message } = error as { code?: string; message?: string }
  if (code === UNIQUE) return new Twice(message)
  if (code && ABOUT_THE_DATA.has(code.slice(0, 2))) return new Unstorable(message, { cause: error })
  // Gone, full, starting, stopping, too slow: it may work later.
  return new StoreAway(message, { cause: error })
}
