// What of a call is large and what small, and where its tiles lie then.
import { expect, test } from 'vitest'
import type { PeerId, PersonId } from '#protocol/id.ts'
import type { PeerState } from '#protocol/live.ts'
import { arranged } from '../../client/call/arranging.ts'
import { Looking } from '../../client/call/looking.ts'
import { type Key, keyOf, type Look, sceneOf } from '../../client/call/scene.ts'

const id = (name: string) => name as PeerId
const peer = (name: string, share = false): PeerState => ({
  ...{ id: id(name), person: name as PersonId, name, since: 0, mic: true, camera: true },
  ...{ share, hand: null, away: false },
})
const usual: Look = {
  ...{ me: id('ann'), layout: 'grid', hidesMe: false },
  ...{ pinned: undefined, aside: new Set(), word: undefined },
}
const ann = peer('ann')
const ben = peer('ben')
const cleo = peer('cleo')
const p = (name: string) => keyOf('person', id(name))
const s = (name: string) => keyOf('share', id(name))

test.each<[string, PeerState[], Partial<Look>, Key[], Key[]]>([
  ['all are alike', [ann, ben], {}, [], [p('ann'), p('ben')]],
  [
    'who speaks is large',
    [ann, ben, cleo],
    { layout: 'speaker', word: id('cleo') },
    [p('cleo')],
    [p('ann'), p('ben')],
  ],
  [
    'before anybody has spoken it is the first other one',
    [ann, ben],
    { layout: 'speaker' },
    [p('ben')],
    [p('ann')],
  ],
  [
    'one never sees oneself large by speaking',
    [ann, ben],
    { layout: 'speaker', word: id('ann') },
    [p('ben')],
    [p('ann')],
  ],
  ['who is alone is large enough', [ann], { layout: 'speaker' }, [], [p('ann')]],
  ['what is shared is large', [ann, peer('ben', true)], {}, [s('ben')], [p('ann'), p('ben')]],
  [
    'also several at once',
    [ann, peer('ben', true), peer('cleo', true)],
    {},
    [s('ben'), s('cleo')],
    [p('ann'), p('ben'), p('cleo')],
  ],
  ['one’s own screen is small', [peer('ann', true), ben], {}, [], [p('ann'), s('ann'), p('ben')]],
  [
    'a share put aside is small',
    [ann, peer('ben', true)],
    { aside: new Set([s('ben')]) },
    [],
    [p('ann'), p('ben'), s('ben')],
  ],
  [
    'what is pinned is large, whatever is shared',
    [ann, peer('ben', true)],
    { pinned: p('ann') },
    [p('ann')],
    [p('ben'), s('ben')],
  ],
  ['who is pinned and has left is not missed', [ann, ben], { pinned: p('cleo') }, [], [p('ann'), p('ben')]],
  ['one can hide oneself', [ann, ben], { hidesMe: true }, [], [p('ben')]],
  ['but not from oneself when alone', [ann], { hidesMe: true }, [], [p('ann')]],
  [
    'what one shares is no part of that',
    [peer('ann', true), ben],
    { hidesMe: true },
    [],
    [s('ann'), p('ben')],
  ],
])('%s', (_, peers, look, large, small) => {
  const scene = sceneOf(peers, { ...usual, ...look })
  expect(scene.large.map(({ key }) => key)).toEqual(large)
  expect(scene.small.map(({ key }) => key)).toEqual(small)
})

test('a share that was put aside is large again when one wants it, until one puts it aside', () => {
  const looking = new Looking()
  looking.makeSmall(s('ben'))
  expect([...looking.aside.value]).toEqual([s('ben')])
  looking.makeLarge(s('ben'))
  expect(looking.aside.value.size).toBe(0)
  expect(looking.pinned.value).toBe(s('ben'))
  looking.makeSmall(s('ben'))
  expect(looking.pinned.value).toBeUndefined()
})

const box = (left: number, top: number, width: number, height: number) => ({ left, top, width, height })

test.each([
  ['one alone', 0, 1, { width: 1600, height: 900 }, [box(0, 0, 1600, 900)]],
  [
    'the last row in the middle',
    0,
    3,
    { width: 1608, height: 908 },
    [box(0, 0, 800, 450), box(808, 0, 800, 450), box(404, 458, 800, 450)],
  ],
  [
    'a large one, and the others beside it',
    1,
    2,
    { width: 1000, height: 500 },
    [box(0, 0, 772, 500), box(780, 123, 220, 123), box(780, 254, 220, 123)],
  ],
  [
    'a large one, and the others below it',
    1,
    2,
    { width: 400, height: 800 },
    [box(0, 0, 400, 616), box(0, 657, 196, 110), box(204, 657, 196, 110)],
  ],
  ['two large ones above each other', 2, 1, { width: 1000, height: 1000 }, [box(161, 0, 679, 382)]],
])('%s', (_, large, small, size, boxes) => {
  expect(arranged(large, small, size, 8).slice(0, boxes.length)).toEqual(boxes)
})

test('no tile lies outside of the stage or on another one, however many there are', () => {
  for (const size of [
    { width: 300, height: 180 },
    { width: 700, height: 800 },
    { width: 1900, height: 900 },
  ])
    for (let large = 0; large < 4; large++)
      for (let small = 0; small < 30; small++) {
        const boxes = arranged(large, small, size, 8)
        expect(boxes).toHaveLength(large + small)
        for (const [at, one] of boxes.entries()) {
          expect(one.left).toBeGreaterThanOrEqual(0)
          expect(one.top).toBeGreaterThanOrEqual(0)
          expect(one.left + one.width).toBeLessThanOrEqual(size.width + 1)
          expect(one.top + one.height).toBeLessThanOrEqual(size.height + 1)
          const meets = boxes
            .slice(at + 1)
            .some(
              other =>
                one.left < other.left + other.width &&
                other.left < one.left + one.width &&
                one.top < other.top + other.height &&
                other.top < one.top + one.height,
            )
          expect(meets).toBe(false)
        }
      }
})
