// Whether the browser lets this page notify, and how that is said to whoever wants it.
import type { Texts } from '../language/texts.ts'

export type Standing = 'insecure' | 'unable' | 'default' | 'denied' | 'granted'

/** `asked`: he has just been asked by his browser. */
export function aboutNotifying(standing: Standing, asked: boolean, own: Texts['own']): string {
  if (asked && standing === 'default') return own.notifyingUnanswered
  return asked && standing === 'granted' ? own.notifyingIsOn : own.notifying[standing]
}

export const isPossible = (standing: Standing) => standing !== 'insecure' && standing !== 'unable'
