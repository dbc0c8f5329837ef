// Hiding one's address: whatever the browser would say, only what a relay has leaves this page.
import type { Said } from './signals.ts'

/** Undefined: nothing of it may be said. */
export function hidden(said: Said): Said | undefined {
  if ('description' in said) {
    const { sdp } = said.description
    return {
      description: { ...said.description, sdp: linesOf(sdp).filter(isRelays).map(withoutOrigin).join('') },
    }
  }
  const { candidate: found } = said
  // Null, or empty: no more of them.
  if (!found?.candidate) return said
  return isRelays(found.candidate)
    ? { candidate: { ...found, candidate: withoutOrigin(found.candidate) } }
    : undefined
}

/** Each with its end. */
const linesOf = (sdp: string) => sdp.match(/[^\n]*\n|[^\n]+$/g) ?? []

const isRelays = (line: string) => !/^(?:a=)?candidate:/.test(line) || / typ relay(?: |\r?\n|$)/.test(line)

/** A relay's candidate says from where it was asked for; where one is reached at first, nobody asks any more. */
const withoutOrigin = (line: string) =>
  line
    .replace(/ raddr \S+ rport \d+/, ' raddr 0.0.0.0 rport 0')
    .replace(/^(c=|a=rtcp:\d+ )IN IP[46] [^\s/]+/, '$1IN IP4 0.0.0.0')
