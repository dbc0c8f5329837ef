// A look at a parsed value before anyone believes it: depth, binary, and text that a database would choke on.
import { Refusal } from './refusal.ts'

const DEPTH = 16

export function assertPlain(value: unknown, depth = 0): void {
  if (typeof value === 'string') return assertText(value)
  if (typeof value !== 'object' || value === null) return
  if (depth >= DEPTH) throw new Refusal('message.deep')
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) throw new Refusal('message.binary')
  if (Array.isArray(value)) {
    for (const item of value) assertPlain(item, depth + 1)
    return
  }
  for (const key of Object.keys(value)) {
    assertText(key)
    // Parsed JSON can own a key of this name; no word of ours does, and copying it would be a trap.
    if (key === '__proto__') throw new Refusal('message.invalid', '__proto__')
    assertPlain((value as Record<string, unknown>)[key], depth + 1)
  }
}

function assertText(text: string): void {
  if (!text.isWellFormed() || text.includes('\0')) throw new Refusal('message.text')
}
