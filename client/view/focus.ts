// Where the keyboard is: led back to where one writes, and left alone in a page of another site.

export const focusComposer = () => document.querySelector<HTMLElement>('.composer textarea')?.focus()

/** A frame in a page of another site leaves the focus there until somebody turns to it. */
export const mayTakeFocus = () => self === top || (navigator.userActivation?.hasBeenActive ?? true)
