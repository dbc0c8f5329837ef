// A link as a picture for the camera of a phone: always dark on light, as scanners want it.
import { encode } from 'uqr'

export function Qr({ url }: { url: string }) {
  const { data, size } = encode(url, { ecc: 'M', border: 3 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" role="img">
      <title>The link as a QR code</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path.join('')} fill="#17151f" />
    </svg>
  )
}
