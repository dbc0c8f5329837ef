// How the links of the call do in numbers, to be looked at and to be copied to whoever helps.
import { useState } from 'preact/hooks'
import type { Link } from '../../call/link.ts'
import { linesOf } from '../../call/report.ts'
import type { Seat } from '../../call/seat.ts'
import type { Room } from '../../state/state.ts'
import { copyText } from '../copy.tsx'
import { Dialog } from '../dialog.tsx'
import { useCallTexts } from './texts.tsx'

interface Props {
  readonly room: Room
  readonly seat: Seat
  readonly onClose: () => void
}

export function Statistics({ room, seat, onClose }: Props) {
  const { network } = useCallTexts()
  const [copied, setCopied] = useState(false)
  const peers = room.live?.peers.filter(({ id }) => id !== seat.id) ?? []
  const links = seat.links.value
  const report = peers.flatMap(({ id, name }) => reportOn(name, links.get(id))).join('\n')
  return (
    <Dialog title={network.title} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to scroll it */}
      <pre class="statistics" tabIndex={0}>
        {report || network.nobody}
      </pre>
      <button type="button" class="button main" onClick={async () => setCopied(await copyText(report))}>
        <span aria-live="polite">{copied ? network.copied : network.copy}</span>
      </button>
    </Dialog>
  )
}

function reportOn(name: string, link: Link | undefined): string[] {
  if (!link) return []
  const { measured, pictures } = link.steering
  return [name, ...linesOf(link.state.value, measured.value, pictures.value).map(line => `  ${line}`)]
}
