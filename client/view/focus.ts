// Where the keyboard is: led to where it is wanted, and left alone in a page of another site.

export const focusOn = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus()

export const focusComposer = () => focusOn('.composer textarea')

/** To what was said last on this page, or to where it will stand. */
export function focusNewest(): void {
  const newest = [...document.querySelectorAll<HTMLElement>('article.message')].at(-1)
  if (newest) newest.focus()
  else focusOn('.scroll')
}

/** A frame in a page of another site leaves the focus there until somebody turns to it. */
export const mayTakeFocus = () => self === top || (navigator.userActivation?.hasBeenActive ?? true)
