// What was said while nobody looked is told by the system: once, together, and taken back when it is gone.
import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DeviceSettings } from '../../client/device.ts'
import { texts } from '../../client/language/en.ts'
import { Notifier } from '../../client/notifier.ts'
import type { Session } from '../../client/session.ts'
import type { Chime } from '../../client/sound.ts'
import type { Unseen } from '../../client/state/unseen.ts'
import type { Watch } from '../../client/watch.ts'

const made: Fake[] = []
class Fake {
  static permission = 'granted'
  readonly title: string
  readonly options: NotificationOptions
  onclick = () => {}
  open = true
  constructor(title: string, options: NotificationOptions) {
    this.title = title
    this.options = options
    made.push(this)
  }
  close() {
    this.open = false
  }
}
const focus = vi.fn()

beforeEach(() => {
  made.length = 0
  focus.mockClear()
  Fake.permission = 'granted'
  vi.useFakeTimers()
  for (const [name, value] of Object.entries({ window: { Notification: Fake }, Notification: Fake, focus }))
    vi.stubGlobal(name, value)
  vi.stubGlobal('isSecureContext', true)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const unseen = (text: string, room = 'plans') =>
  ({ room, by: 'Ben', where: 'Plans', text, forMe: true }) as unknown as Unseen

function notifier(settings: object = {}, door: object = { at: 'room', room: 'plans' }) {
  const watch = { unseen: signal<readonly Unseen[]>([]) }
  const [ring, go] = [vi.fn(), vi.fn()]
  new Notifier({
    session: { state: { value: { door } }, go, language: { texts } } as unknown as Session,
    watch: watch as Watch,
    device: { now: { notify: true, sounds: true, ...settings } } as DeviceSettings,
    chime: { ring } as unknown as Chime,
  })
  const hear = (...all: Unseen[]) => {
    watch.unseen.value = all
    vi.advanceTimersByTime(1000)
  }
  return { watch, hear, ring, go }
}
const open = () => made.filter(one => one.open).map(({ title, options }) => [title, options.body])

test('what comes together is one, and one more takes its place', () => {
  const { watch, hear } = notifier()
  for (const count of [1, 2, 3])
    watch.unseen.value = Array.from({ length: count }, (_, at) => unseen(`text ${at}`))
  expect(made).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(open()).toEqual([['3 messages for you in Plans', 'Ben: text 2']])
  hear(...watch.unseen.value, unseen('and this'))
  expect(open()).toEqual([['4 messages for you in Plans', 'Ben: and this']])
  expect(made.map(({ options }) => options.tag)).toEqual(['plans', 'plans'])
  vi.advanceTimersByTime(60_000)
  expect(made).toHaveLength(2)
})

test('what is deleted at once is not told, and what is deleted later is taken back', () => {
  const { watch, hear } = notifier()
  watch.unseen.value = [unseen('oh')]
  watch.unseen.value = []
  vi.advanceTimersByTime(1000)
  expect(made).toEqual([])
  hear(unseen('one'), unseen('two'))
  hear(unseen('one'))
  // In the place of the other, without calling again.
  expect(made.map(({ open }) => open)).toEqual([true, true])
  expect(made[1]?.options).toMatchObject({ body: 'one', tag: 'plans' })
  watch.unseen.value = []
  expect(made[1]?.open).toBe(false)
})

test('as soon as somebody looks all are gone', () => {
  const { watch, hear } = notifier()
  hear(unseen('here'), unseen('there', 'garden'))
  expect(made).toHaveLength(2)
  watch.unseen.value = []
  expect(open()).toEqual([])
})

test.each([
  ['garden', ['/r/garden']],
  ['plans', []],
])('a click brings the page and the room %s', (room, gone) => {
  const { hear, go } = notifier()
  hear(unseen('look', room))
  made[0]?.onclick()
  expect(focus).toHaveBeenCalledOnce()
  expect(go.mock.calls.flat()).toEqual(gone)
  expect(open()).toEqual([])
})

test.each<[string, object, string, number, number]>([
  ['switched on and allowed', {}, 'granted', 1, 0],
  ['switched off', { notify: false }, 'granted', 0, 1],
  ['forbidden by now', {}, 'denied', 0, 1],
  ['switched off, and sounds, too', { notify: false, sounds: false }, 'granted', 0, 0],
])('%s: %j, %s', (_what, settings, permission, notifications, rings) => {
  Fake.permission = permission
  const { hear, ring } = notifier(settings)
  hear(unseen('look'))
  expect(made).toHaveLength(notifications)
  expect(ring).toHaveBeenCalledTimes(rings)
})

test('without sounds the system is asked to be silent', () => {
  notifier({ sounds: false }).hear(unseen('look'))
  expect(made[0]?.options.silent).toBe(true)
})

test('nothing is told of what means nobody', () => {
  const { hear, ring } = notifier()
  hear({ ...unseen('talk'), forMe: false })
  expect(made).toEqual([])
  expect(ring).not.toHaveBeenCalled()
})
