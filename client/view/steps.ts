// Arrow keys move among the buttons inside an element: a step aside in their order, up and down to the nearest.

export function step(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  // It was a step among those inside.
  if (event.defaultPrevented) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const at = buttons.indexOf(event.target as HTMLElement)
  const next = at === -1 ? undefined : stepFrom(buttons, at, event.key)
  if (!next) return
  event.preventDefault()
  next.focus()
}

function stepFrom(buttons: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (key === 'ArrowRight') return buttons[at + 1]
  if (key === 'ArrowLeft') return buttons[at - 1]
  if (key === 'Home') return buttons[0]
  if (key === 'End') return buttons.at(-1)
  const from = buttons[at]?.getBoundingClientRect()
  if (!from || (key !== 'ArrowUp' && key !== 'ArrowDown')) return undefined
  const way = key === 'ArrowDown' ? 1 : -1
  const distance = (button: HTMLElement) => {
    const { top, left } = button.getBoundingClientRect()
    // The next row counts before the column.
    const rows = (top - from.top) * way
    return rows > 1 ? rows * 1000 + Math.abs(left - from.left) : Number.POSITIVE_INFINITY
  }
  const nearest = [...buttons].sort((one, other) => distance(one) - distance(other))[0]
  return nearest && distance(nearest) < Number.POSITIVE_INFINITY ? nearest : undefined
}
