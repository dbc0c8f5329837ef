// The memory is away, or will not take it: said in our words.
import { Refusal } from '#protocol/refusal.ts'
import { StoreAway, Unstorable } from './store.ts'

export function asRefusal(error: unknown): unknown {
  if (error instanceof StoreAway) return new Refusal('store.away')
  if (error instanceof Unstorable) return new Refusal('store.refused')
  return error
}

export function failAsRefusal(error: unknown): never {
  throw asRefusal(error)
}
