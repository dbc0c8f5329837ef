// Tells by the notifications of the system what was said to somebody while he did not look.
import { effect } from '@preact/signals'
import type { RoomId } from '#protocol/id.ts'
import type { DeviceSettings } from './device.ts'
import { standing } from './permission.ts'
import type { Session } from './session.ts'
import type { Chime } from './sound.ts'
import { type Tidings, tidingsOf } from './state/tidings.ts'
import type { Watch } from './watch.ts'

/** What comes together is told together, and what is taken back at once or read elsewhere is not told. */
const PAUSE = 1000

interface Shown {
  readonly tidings: Tidings
  readonly notification: Notification | undefined
}

export class Notifier {
  readonly #session: Session
  readonly #watch: Watch
  readonly #device: DeviceSettings
  readonly #chime: Chime
  readonly #shown = new Map<RoomId, Shown>()
  #pause: ReturnType<typeof setTimeout> | undefined

  constructor(parts: { session: Session; watch: Watch; device: DeviceSettings; chime: Chime }) {
    this.#session = parts.session
    this.#watch = parts.watch
    this.#device = parts.device
    this.#chime = parts.chime
    effect(() => this.#follow())
  }

  /** Tells with a pause, and takes back without. */
  #follow(): void {
    const all = tidingsOf(this.#watch.unseen.value, this.#session.language.texts)
    for (const [room, { notification }] of this.#shown) {
      if (all.some(one => one.room === room)) continue
      notification?.close()
      this.#shown.delete(room)
    }
    if (all.length > 0) this.#pause ??= setTimeout(() => this.#tell(), PAUSE)
  }

  #tell(): void {
    this.#pause = undefined
    for (const tidings of tidingsOf(this.#watch.unseen.value, this.#session.language.texts)) {
      const before = this.#shown.get(tidings.room)
      const isMore = tidings.count > (before?.tidings.count ?? 0)
      if (!isMore && tidings.text === before?.tidings.text) continue
      // In the place of the one before, which only calls again if that is gone.
      if (isMore) before?.notification?.close()
      const notification = this.#notify(tidings)
      if (!notification && isMore && this.#device.now.sounds) this.#chime.ring('word')
      this.#shown.set(tidings.room, { tidings, notification })
    }
  }

  #notify({ room, title, text }: Tidings): Notification | undefined {
    const { notify, sounds } = this.#device.now
    if (!notify || standing() !== 'granted') return undefined
    try {
      const notification = new Notification(title, {
        body: text,
        tag: room,
        icon: '/icon.svg',
        silent: !sounds,
      })
      notification.onclick = () => this.#bring(notification, room)
      return notification
    } catch {
      // Some browsers have them for installed pages only.
      return undefined
    }
  }

  #bring(notification: Notification, room: RoomId): void {
    notification.close()
    focus()
    const { door } = this.#session.state.value
    if (door.at !== 'room' || door.room !== room) this.#session.go(`/r/${room}`)
  }
}
