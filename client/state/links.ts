// Finds web addresses in what people write. Nothing else ever becomes a link.

export type Part = { readonly text: string; readonly href?: string }

const ADDRESS = /https?:\/\/[^\s<>"]+/gi

export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutTail(found)
    const href = check(address)
    if (!href) continue
    if (index > at) parts.push({ text: text.slice(at, index) })
    parts.push({ text: address, href })
    at = index + address.length
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at) })
  return parts
}

/** What ends a sentence does not belong to the address, and a bracket only if it was opened inside. */
function withoutTail(address: string): string {
  const trimmed = address.replace(/[.,:;!?'"*_~]+$/, '')
  const unopened = trimmed.endsWith(')') && count(trimmed, ')') > count(trimmed, '(')
  if (unopened || trimmed !== address) return withoutTail(unopened ? trimmed.slice(0, -1) : trimmed)
  return trimmed
}

const count = (text: string, part: string) => text.split(part).length - 1

function check(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, href } = new URL(address)
  return protocol === 'http:' || protocol === 'https:' ? href : undefined
}
