// A person's face: the picture that he has given himself, or the pixel avatar that his name makes.
import { useState } from 'preact/hooks'
import { pixels } from '#protocol/pixels.ts'

interface Props {
  readonly name: string
  /** The address of his own picture. */
  readonly face?: string | undefined
  readonly size?: number
}

export function Avatar({ name, face, size = 36 }: Props) {
  const [broken, setBroken] = useState<string>()
  if (!face || face === broken) return <Drawn name={name} size={size} />
  return <img class="avatar" src={face} width={size} height={size} alt="" onError={() => setBroken(face)} />
}

/** The same picture that the server gives out. */
function Drawn({ name, size }: { name: string; size: number }) {
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
