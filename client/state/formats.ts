// How times, sizes and lists are written in a language.

const DAY = 24 * 3600_000
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

export interface Formats {
  time(at: number): string
  /** All that can be said of it. */
  moment(at: number): string
  /** As short as it can be said: the time of today, or the day. */
  when(at: number): string
  /** Above what was said on it. */
  day(at: number): string
  size(bytes: number): string
  list(names: readonly string[]): string
}

export function formatsIn(locale: string): Formats {
  const written = (how: Intl.DateTimeFormatOptions) => {
    const format = once(() => new Intl.DateTimeFormat(locale, how))
    return (at: number) => format().format(at)
  }
  const time = written({ hour: '2-digit', minute: '2-digit' })
  const short = written({ day: 'numeric', month: 'short' })
  const long = written({ dateStyle: 'medium' })
  const weekday = written({ weekday: 'long', day: 'numeric', month: 'long' })
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const list = once(() => new Intl.ListFormat(locale))
  return {
    time,
    moment: written({ dateStyle: 'full', timeStyle: 'short' }),
    when: at => (isDay(at, 0) ? time(at) : isThisYear(at) ? short(at) : long(at)),
    day: at => {
      const ago = [0, -1].find(ago => isDay(at, ago))
      return begun(ago === undefined ? weekday(at) : relative().format(ago, 'day'))
    },
    size: bytes => sizeIn(locale, bytes),
    list: names => list().format(names),
  }
}

/** Made when it is first used: to read how a language writes takes a browser so long that the first look would show it. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}

const isDay = (at: number, ago: number) =>
  new Date(at).toDateString() === new Date(Date.now() + ago * DAY).toDateString()

const isThisYear = (at: number) => new Date(at).getFullYear() === new Date().getFullYear()

/** It stands by itself. */
const begun = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** As the rest of the world counts: by thousands. */
function sizeIn(locale: string, bytes: number): string {
  let [size, at] = [bytes, 0]
  for (; size >= 999.5 && at < UNITS.length - 1; at++) size /= 1000
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[at],
    unitDisplay: at === 0 ? 'long' : 'short',
    maximumFractionDigits: at > 0 && size < 9.95 ? 1 : 0,
  })
  return format.format(size)
}
