// Ce qui est dit, et comment on le dit.
import type { Texts } from '../texts.ts'

export const talk: Texts['talk'] = {
  largerThan: size => `Plus de ${size}`,
}
