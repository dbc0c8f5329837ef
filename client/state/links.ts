// Which addresses may be followed, and where one ends in what people write.

/** As far as there are no spaces. */
export const ADDRESS = /https?:\/\/[^\s<>"]+/
const TAIL = '.,:;!?\'"*_~'
const WEB: readonly string[] = ['http:', 'https:']

/** What ends a sentence does not belong to the address, and a bracket only if it was opened inside. */
export function withoutTail(address: string): string {
  let unopened = count(address, ')') - count(address, '(')
  let end = address.length
  for (; end > 0; end--) {
    const last = address.charAt(end - 1)
    if (last === ')' && unopened > 0) unopened--
    else if (!TAIL.includes(last)) break
  }
  return address.slice(0, end)
}

const count = (text: string, part: string) => text.split(part).length - 1

/** Of web pages, and where somebody gave it a text of its own of mailboxes. Nothing else is ever followed. */
export function hrefOf(address: string, named = false): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, href } = new URL(address)
  return WEB.includes(protocol) || (named && protocol === 'mailto:') ? href : undefined
}
