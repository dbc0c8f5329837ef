// How large a file is, and a picture is shown, in words and numbers for people.

const UNITS = ['bytes', 'KB', 'MB', 'GB']

/** As the rest of the world counts: by thousands. */
export function sizeText(bytes: number): string {
  let [size, unit] = [bytes, 0]
  for (; size >= 999.5 && unit < UNITS.length - 1; unit++) size /= 1000
  const digits = unit > 0 && size < 9.95 ? 1 : 0
  return `${size.toFixed(digits).replace(/\.0$/, '')} ${UNITS[unit]}`
}

const WIDEST = 400
const HIGHEST = 320

/** Never larger than it is, and in the same shape: the place for it is there before it has come. */
export function shownSize({ width, height }: { width: number; height: number }): {
  width: number
  height: number
} {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
