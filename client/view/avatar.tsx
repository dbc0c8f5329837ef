// A person's pixel avatar, drawn from the name: the same picture that the server gives out.
import { pixels } from '#protocol/pixels.ts'

export function Avatar({ name, size = 36 }: { name: string; size?: number }) {
  const { colour, rows } = pixels(name)
  const cells = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      class="avatar"
      width={size}
      height={size}
      viewBox="-1 -1 7 7"
      shape-rendering="crispEdges"
      fill={colour}
      aria-hidden="true"
    >
      <rect class="back" x="-1" y="-1" width="7" height="7" />
      <path d={cells.join('')} />
    </svg>
  )
}
