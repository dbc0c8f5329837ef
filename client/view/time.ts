// Times as the visitor's own language writes them.

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' })
const day = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' })
const short = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const long = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const DAY = 24 * 3600_000

export const timeOf = (at: number) => clock.format(at)
export const momentOf = (at: number) => whole.format(at)

/** As short as it can be said: the time of today, or the day. */
export function whenOf(at: number): string {
  if (isToday(at)) return timeOf(at)
  return new Date(at).getFullYear() === new Date().getFullYear() ? short.format(at) : long.format(at)
}

export function dayName(at: number): string {
  if (isToday(at)) return 'Today'
  if (new Date(at).toDateString() === new Date(Date.now() - DAY).toDateString()) return 'Yesterday'
  return day.format(at)
}

const isToday = (at: number) => new Date(at).toDateString() === new Date().toDateString()
