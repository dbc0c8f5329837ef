// A link in words and numbers that are the same in every language, so that whoever helps can read them.
import type { Measured } from './measured.ts'
import type { Health } from './mending.ts'
import type { Picture } from './quality.ts'

export interface Pictures {
  readonly camera: Picture | undefined
  readonly share: Picture | undefined
}

export function linesOf(
  health: Health,
  measured: Measured | undefined,
  { camera, share }: Pictures,
): string[] {
  if (!measured) return [`link: ${health}`]
  const { route = 'unknown', protocol, delay, lostHere, lostThere, incoming, outgoing, room } = measured
  return [
    `link: ${health}, ${route}${protocol && ` over ${protocol}`}`,
    `round trip: ${delay === undefined ? 'unknown' : `${delay} ms`}`,
    `lost: ${percent(lostHere)} in, ${percent(lostThere)} out`,
    `rate: ${incoming} kbit/s in, ${outgoing} kbit/s out${room === undefined ? '' : `, ${room} would fit`}`,
    `sent: camera ${wordsOf(camera)}, share ${wordsOf(share)}`,
  ]
}

const percent = (part: number) => `${(part * 100).toFixed(1)} %`

const wordsOf = (picture: Picture | undefined) =>
  picture ? `up to ${picture.width} wide, ${picture.fps}/s, ${picture.kbps} kbit/s` : 'none'
