// What the page shows and lets hear beyond itself: the title and sign of its tab, sounds, notifications.
import { effect } from '@preact/signals'
import type { DeviceSettings } from './device.ts'
import { Notifier } from './notifier.ts'
import type { Session } from './session.ts'
import { Chime } from './sound.ts'
import { titleOf } from './state/title.ts'
import { Watch } from './watch.ts'

export function showOutside(session: Session, device: DeviceSettings): void {
  const watch = new Watch(session)
  const chime = new Chime()
  effect(() => {
    document.title = titleOf(
      session.state.value,
      watch.unseen.value.length,
      session.language.texts.page.unnamed,
    )
  })
  const sign = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  effect(() => {
    const name = watch.unseen.value.length > 0 ? '/unseen.svg' : '/icon.svg'
    // Set only when it changes: browsers fetch it each time.
    if (sign && sign.getAttribute('href') !== name) sign.href = name
  })
  let waiting = 0
  effect(() => {
    const now = session.state.value.room?.knocks.length ?? 0
    if (now > waiting && device.now.sounds) chime.ring('knock')
    waiting = now
  })
  new Notifier({ session, watch, device, chime })
}
