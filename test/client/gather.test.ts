// What comes in a burst is handed on once a frame, in order, and nothing of it is lost.
import { expect, test } from 'vitest'
import type { ServerMessage } from '#protocol/message.ts'
import { gathering } from '../../client/net/gather.ts'
import type { Hears } from '../../client/net/socket.ts'

/** A wire into which the test speaks, and a clock whose frames it draws. */
function gathered({ failsAt = -1 } = {}) {
  const heard: (number | 'closed')[] = []
  const bursts: number[] = []
  const frames: (() => void)[] = []
  let wire: Hears | undefined
  const open = gathering(
    hears => {
      wire = hears
      return { send: () => {}, close: () => {} }
    },
    run => void frames.push(run),
    run => {
      const before = heard.length
      run()
      bursts.push(heard.length - before)
    },
  )
  const message = (one: ServerMessage) => {
    const { ref } = one as { ref: number }
    if (ref === failsAt) throw new Error('broken')
    heard.push(ref)
  }
  open({ opened: () => {}, message, closed: () => heard.push('closed') }, false)
  return {
    heard,
    bursts,
    speak: (ref: number) => wire?.message({ type: 'done', ref, result: {} } as ServerMessage),
    close: () => wire?.closed(),
    draw: () => {
      for (const run of frames.splice(0)) run()
    },
  }
}

test('what comes alone is heard at once, what comes right after it with the next frame', () => {
  const { heard, bursts, speak, draw } = gathered()
  speak(1)
  expect(heard).toEqual([1])
  for (const ref of [2, 3, 4]) speak(ref)
  expect(heard).toEqual([1])
  draw()
  expect(heard).toEqual([1, 2, 3, 4])
  expect(bursts).toEqual([1, 3])
  // The frame after a burst is still one in which others wait; after an idle one nobody does.
  speak(5)
  expect(heard).toHaveLength(4)
  draw()
  draw()
  speak(6)
  expect(heard).toEqual([1, 2, 3, 4, 5, 6])
})

test('what came before the end is heard before it', () => {
  const { heard, speak, close } = gathered()
  for (const ref of [1, 2, 3]) speak(ref)
  close()
  expect(heard).toEqual([1, 2, 3, 'closed'])
})

test('one that cannot be heard takes no other with it', () => {
  const { heard, speak, draw } = gathered({ failsAt: 3 })
  for (const ref of [1, 2, 3, 4]) speak(ref)
  expect(draw).toThrow('broken')
  draw()
  expect(heard).toEqual([1, 2, 4])
})
