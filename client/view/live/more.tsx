// What else one can do in a call, and all that a narrow bar has no space for.
import { type Choice, Choices } from '../choices.tsx'
import { useVisit } from '../context.ts'
import { Dialog } from '../dialog.tsx'
import { OneOf } from '../one-of.tsx'
import type { ControlsProps } from './controls.tsx'
import { Devices } from './devices.tsx'
import { Duration } from './duration.tsx'
import { OrdersForAll } from './orders-all.tsx'
import { SendReaction } from './reactions.tsx'
import { SelfView } from './self-view.tsx'
import { useCallTexts } from './texts.tsx'

interface Props extends ControlsProps {
  readonly onStatistics: () => void
  readonly onClose: () => void
}

export function More({ room, seat: { own }, gestures, full, onStatistics, onClose }: Props) {
  const { device } = useVisit()
  const t = useCallTexts()
  const { share } = own
  const closing = ({ run, ...choice }: Choice): Choice => {
    const andClose = () => {
      onClose()
      run()
    }
    return { ...choice, run: andClose }
  }
  const sharing = { ...t.more.share, label: share.on ? t.stopShare : t.share, run: () => share.toggle() }
  const filling = full.toggle && { ...(full.on ? t.more.notFull : t.more.full), run: full.toggle }
  return (
    <Dialog title={t.more.title} onClose={onClose}>
      <div class="tight">
        {room.live && <Duration since={room.live.since} />}
        <SendReaction gestures={gestures} onSent={onClose} />
        <Choices choices={[closing(sharing)]} />
      </div>
      <OrdersForAll room={room} onDone={onClose} />
      {filling && <Choices choices={[closing(filling)]} />}
      <section class="settings" aria-label={t.network.quality}>
        <OneOf
          label={t.network.quality}
          options={t.network.qualities}
          value={device.now.quality}
          onChange={quality => device.set({ quality })}
        />
        <p class="soft">{t.network.aboutQuality}</p>
        <Choices choices={[closing({ ...t.network.statistics, run: onStatistics })]} />
      </section>
      <section class="settings" aria-label={t.more.look}>
        <OneOf
          label={t.more.layout}
          options={t.more.layouts}
          value={device.now.layout}
          onChange={layout => device.set({ layout })}
        />
        <SelfView />
      </section>
      <section class="settings" aria-label={t.prejoin.devices}>
        <Devices own={own} />
      </section>
    </Dialog>
  )
}
