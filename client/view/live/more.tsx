// What else one can do in a call, and all that a narrow bar has no space for.
import type { Seat } from '../../call/seat.ts'
import { type Choice, Choices } from '../choices.tsx'
import { useVisit } from '../context.ts'
import { Dialog } from '../dialog.tsx'
import { OneOf } from '../one-of.tsx'
import { Tick } from '../tick.tsx'
import { Devices } from './devices.tsx'
import type { FullScreen } from './full-screen.ts'
import { useCallTexts } from './texts.ts'

interface Props {
  readonly seat: Seat
  readonly full: FullScreen
  readonly onClose: () => void
}

export function More({ seat, full, onClose }: Props) {
  const { device } = useVisit()
  const { more, prejoin } = useCallTexts()
  const { layout, selfView, mirror } = device.now
  return (
    <Dialog title={more.title} onClose={onClose}>
      <Choices choices={useChoices(seat, full, onClose)} />
      <section class="settings" aria-label={more.look}>
        <OneOf
          label={more.layout}
          options={more.layouts}
          value={layout}
          onChange={layout => device.set({ layout })}
        />
        <Tick {...more.selfView} on={selfView} onChange={selfView => device.set({ selfView })} />
        <Tick {...more.mirror} on={mirror} onChange={mirror => device.set({ mirror })} />
      </section>
      <section class="settings" aria-label={prejoin.devices}>
        <Devices own={seat.own} />
      </section>
    </Dialog>
  )
}

function useChoices({ own: { share } }: Seat, full: FullScreen, onClose: () => void): Choice[] {
  const t = useCallTexts()
  const choices: Choice[] = [
    { ...t.more.share, label: share.on ? t.stopShare : t.share, run: () => share.toggle() },
  ]
  if (full.toggle) choices.push({ ...(full.on ? t.more.notFull : t.more.full), run: full.toggle })
  return choices.map(({ run, ...choice }) => {
    const andClose = () => {
      onClose()
      run()
    }
    return { ...choice, run: andClose }
  })
}
