// How large a picture is shown.

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
