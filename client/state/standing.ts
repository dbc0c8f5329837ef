// Whether the browser lets this page notify, and how that is said to whoever wants it.

export type Standing = 'insecure' | 'unable' | 'default' | 'denied' | 'granted'

const WHAT = 'When somebody mentions you or writes to you alone, and you do not look at this page.'

const words: Readonly<Record<Standing, string>> = {
  insecure: 'Not possible here: browsers allow it only over https.',
  unable: 'Not possible here: this browser does not let pages notify.',
  default: WHAT,
  denied:
    'Your browser forbids it for this page. Allow it in the settings of the browser, then switch it on here.',
  granted: WHAT,
}

/** `asked`: he has just been asked by his browser. */
export function aboutNotifying(standing: Standing, asked: boolean): string {
  if (asked && standing === 'default')
    return 'Your browser has asked and got no answer. Switch it on to be asked again.'
  return asked && standing === 'granted' ? `It is on. ${words.granted}` : words[standing]
}

export const isPossible = (standing: Standing) => standing !== 'insecure' && standing !== 'unable'
