// Whether this page may notify: what is said about it, and that nobody is asked by anything but his own click.
import { afterEach, expect, test, vi } from 'vitest'
import { texts } from '../../client/language/en.ts'
import { askToNotify, standing } from '../../client/permission.ts'
import { aboutNotifying, isPossible, type Standing } from '../../client/state/standing.ts'

afterEach(() => vi.unstubAllGlobals())

test.each<[Standing, boolean, string, boolean]>([
  ['insecure', false, 'only over https', false],
  ['unable', false, 'does not let pages notify', false],
  ['default', false, 'When somebody mentions you', true],
  ['default', true, 'got no answer', true],
  ['denied', false, 'Your browser forbids it', true],
  ['denied', true, 'Your browser forbids it', true],
  ['granted', false, 'When somebody mentions you', true],
  ['granted', true, 'It is on.', true],
])('when it is %s, just asked: %s, it is said: %s', (now, asked, sentence, possible) => {
  expect(aboutNotifying(now, asked, texts.own)).toContain(sentence)
  expect(isPossible(now)).toBe(possible)
})

/** A browser that answers so when somebody asks. */
function browser(permission: string, answer = permission, { secure = true, pages = true } = {}) {
  let asked = 0
  class Fake {
    static permission = permission
    static async requestPermission() {
      asked++
      Fake.permission = answer
      return answer
    }
    constructor() {
      if (!pages) throw new TypeError('Illegal constructor')
    }
  }
  vi.stubGlobal('window', { Notification: Fake })
  vi.stubGlobal('Notification', Fake)
  vi.stubGlobal('isSecureContext', secure)
  return { asked: () => asked }
}

test.each([
  ['default', 'granted', 'granted', 1],
  ['default', 'denied', 'denied', 1],
  ['default', 'default', 'default', 1],
  ['denied', 'denied', 'denied', 0],
  ['granted', 'granted', 'granted', 0],
])('from %s the browser’s %s makes it %s, asked %i times', async (before, answer, after, count) => {
  const { asked } = browser(before, answer)
  expect(await askToNotify()).toBe(after)
  expect(asked()).toBe(count)
})

test('nobody is asked where it cannot work', async () => {
  const plain = browser('default', 'granted', { secure: false })
  expect(standing()).toBe('insecure')
  expect(await askToNotify()).toBe('insecure')
  const installedOnly = browser('default', 'granted', { pages: false })
  expect(await askToNotify()).toBe('unable')
  expect(plain.asked() + installedOnly.asked()).toBe(0)
  vi.stubGlobal('window', {})
  expect(standing()).toBe('unable')
})
