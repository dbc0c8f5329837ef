// A link as a picture for the camera of a phone: always dark on light, as scanners want it.
import { useEffect, useState } from 'preact/hooks'
import { useTexts } from './context.ts'

type Drawn = { readonly size: number; readonly path: string }

/** Drawn by a part of the program that is fetched when it is first needed; its place is kept until then. */
export function Qr({ url }: { url: string }) {
  const { asPicture } = useTexts().links
  const [drawn, setDrawn] = useState<Drawn>()
  useEffect(() => {
    let wanted = true
    draw(url)
      .then(made => wanted && setDrawn(made))
      .catch(() => {})
    return () => {
      wanted = false
    }
  }, [url])
  const size = drawn?.size ?? 1
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" role="img">
      <title>{asPicture}</title>
      <rect width={size} height={size} fill="#fff" />
      {drawn && <path d={drawn.path} fill="#17151f" />}
    </svg>
  )
}

async function draw(url: string): Promise<Drawn> {
  const { encode } = await import('uqr')
  const { data, size } = encode(url, { ecc: 'M', border: 3 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: path.join('') }
}
