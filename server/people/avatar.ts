// The pixel avatar as a picture.
import { pixels } from '#protocol/pixels.ts'

export function avatarSvg(name: string): string {
  const { colour, rows } = pixels(name)
  const cells = rows.flatMap((row, y) =>
    row.map((on, x) => (on ? `<rect x="${x}" y="${y}" width="1" height="1"/>` : '')),
  )
  const size = rows.length
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 ${size + 2} ${size + 2}" shape-rendering="crispEdges" fill="${colour}">${cells.join('')}</svg>`
}
