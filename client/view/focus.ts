// Leads the keyboard back to where one writes.

export const focusComposer = () => document.querySelector<HTMLElement>('.composer textarea')?.focus()
