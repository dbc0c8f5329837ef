// The words as far as this page understands them: what the server says, and what it answers with.
import type { RequestType, ServerMessage } from '#protocol/message.ts'
import { fitted, type Shape } from './shape.ts'
import { noteBroken } from './unknown.ts'

export interface Shapes {
  /** By type. */
  readonly facts: Readonly<Record<string, Shape>>
  /** By the type of the request. */
  readonly results: Readonly<Record<string, Shape>>
}

export class Words {
  readonly #shapes: Shapes

  constructor(shapes: Shapes) {
    this.#shapes = shapes
  }

  /** Undefined when it is none of them, or is not whole. */
  fact(value: unknown): ServerMessage | undefined {
    const type = typeOf(value)
    const shape = this.knows(type) ? this.#shapes.facts[type] : undefined
    return shape && (fitted(value, shape, () => noteBroken(`part of ${type}`)) as ServerMessage | undefined)
  }

  knows(type: string): boolean {
    return Object.hasOwn(this.#shapes.facts, type)
  }

  result(type: RequestType, value: unknown): unknown {
    const shape = this.#shapes.results[type]
    return shape && fitted(value, shape, () => noteBroken(`part of ${type}`))
  }
}

export function typeOf(value: unknown): string {
  const { type } = Object(value)
  return typeof type === 'string' ? type : ''
}
