// Times as the visitor's own language writes them.

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' })
const day = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' })
const DAY = 24 * 3600_000

export const timeOf = (at: number) => clock.format(at)
export const momentOf = (at: number) => whole.format(at)

export function dayName(at: number): string {
  const that = new Date(at).toDateString()
  if (that === new Date().toDateString()) return 'Today'
  if (that === new Date(Date.now() - DAY).toDateString()) return 'Yesterday'
  return day.format(at)
}
