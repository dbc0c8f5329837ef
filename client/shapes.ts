// Describes the words for the page when it is built: so it can tell what is whole without carrying the schemas.
import { z } from 'zod'
import { facts, requests } from '../server/protocol/message.ts'
import type { Shape } from './net/shape.ts'
import type { Shapes } from './net/words.ts'

/** What the page does not look at costs it nothing. */
const KEPT = ['type', 'const', 'enum', 'pattern', 'items', 'properties', 'required', 'anyOf', 'oneOf']

export function shapesOfWords(): Shapes {
  const results = Object.entries(requests).map(([type, [, result]]) => [type, describe(result)])
  return {
    facts: Object.fromEntries(facts.map(fact => [fact.shape.type.value, describe(fact)])),
    results: Object.fromEntries(results),
  }
}

const describe = (schema: z.ZodType) =>
  pruned(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })) as Shape

function pruned(shape: unknown): unknown {
  if (Array.isArray(shape)) return shape.map(pruned)
  if (typeof shape !== 'object' || shape === null) return shape
  const kept = Object.entries(shape).filter(([key]) => KEPT.includes(key))
  return Object.fromEntries(
    kept.map(([key, part]) => [
      key,
      key === 'properties'
        ? Object.fromEntries(Object.entries(part).map(([name, one]) => [name, pruned(one)]))
        : pruned(part),
    ]),
  )
}
