// Holds what came in against a shape, as the words of the server are described for this page when it is built.

/** The part of JSON Schema in which they are described. */
export interface Shape {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
}

/** No number of ours is beyond what a date can be. */
const MOST = 8.64e15

/** The value, or undefined when it has another shape. What does not fit into a list is left out of it, and told. */
export function fitted(value: unknown, shape: Shape, onLeftOut: () => void = () => {}): unknown {
  const choices = choicesOf(shape)
  if (choices) return choices.map(one => fitted(value, one, onLeftOut)).find(part => part !== undefined)
  if ('const' in shape && value !== shape.const) return undefined
  if (shape.enum && !shape.enum.includes(value)) return undefined
  switch (shape.type) {
    case 'array':
      return Array.isArray(value) ? listed(value, shape.items ?? {}, onLeftOut) : undefined
    case 'object':
      return isRecord(value) ? filled(value, shape, onLeftOut) : undefined
    case 'string':
      return typeof value === 'string' && isLike(value, shape.pattern) ? value : undefined
    case 'number':
      return typeof value === 'number' && Math.abs(value) <= MOST ? value : undefined
    case 'integer':
      return Number.isSafeInteger(value) ? value : undefined
    case 'null':
      return value === null ? value : undefined
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    default:
      return value
  }
}

function choicesOf(shape: Shape): readonly Shape[] | undefined {
  const { type } = shape
  return typeof type === 'object' ? type.map(one => ({ ...shape, type: one })) : (shape.oneOf ?? shape.anyOf)
}

function listed(values: readonly unknown[], shape: Shape, onLeftOut: () => void): unknown[] {
  const whole = values.map(value => fitted(value, shape, onLeftOut)).filter(value => value !== undefined)
  if (whole.length < values.length) onLeftOut()
  return whole
}

/** A newer server may say more; that stays as it is. */
function filled(value: Record<string, unknown>, shape: Shape, onLeftOut: () => void): unknown {
  const { properties = {}, required = [] } = shape
  const whole = { ...value }
  for (const [name, one] of Object.entries(properties)) {
    if (!Object.hasOwn(value, name)) {
      if (required.includes(name)) return undefined
      continue
    }
    const part = fitted(value[name], one, onLeftOut)
    if (part === undefined) return undefined
    whole[name] = part
  }
  return whole
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isLike = (text: string, pattern: string | undefined) => !pattern || new RegExp(pattern).test(text)
