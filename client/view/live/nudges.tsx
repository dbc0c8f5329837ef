// What somebody should know about what the others hear and see of him.
import type { Seat } from '../../call/seat.ts'
import { useCallTexts } from './texts.tsx'

export function Nudges({ seat: { own, ears } }: { seat: Seat }) {
  const t = useCallTexts()
  const { mic, camera, share } = own
  const troubles = [
    mic.trouble.value && t.trouble.mic[mic.trouble.value],
    camera.trouble.value && t.trouble.camera[camera.trouble.value],
    share.trouble.value && t.trouble.share[share.trouble.value],
    ears.nudge.value === 'silent' && t.silentMic(mic.track.value?.label ?? ''),
    ears.nudge.value === 'muted' && t.youAreMuted,
  ]
  return (
    <div class="nudges" role="status">
      {troubles.map(text => text && <p key={text}>{text}</p>)}
    </div>
  )
}
