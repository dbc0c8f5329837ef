// The rooms that somebody belongs to, found by their names.
import { isCalled } from './called.ts'
import type { Mine } from './state.ts'

export const named = (rooms: readonly Mine[], typed: string): readonly Mine[] =>
  rooms.filter(({ name, direct }) => isCalled(direct?.name ?? name ?? '', typed))
