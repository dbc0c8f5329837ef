// Lanes keep the order of what has the same key, and nothing else.
import { expect, test } from 'vitest'
import { Lanes } from '../../server/base/lane.ts'

test('work under one key waits for what came before it, also when that failed', async () => {
  const lanes = new Lanes()
  const done: string[] = []
  let open = () => {}
  const held = new Promise<void>(free => {
    open = free
  })
  const first = lanes.run('a', async () => {
    await held
    done.push('first')
    throw new Error('it failed')
  })
  const second = lanes.run('a', async () => done.push('second'))
  const other = lanes.run('b', async () => done.push('other'))
  await other
  expect([done, lanes.busy('a')]).toEqual([['other'], true])
  open()
  await expect(first).rejects.toThrow('it failed')
  await second
  expect(done).toEqual(['other', 'first', 'second'])
  await expect.poll(() => lanes.busy('a')).toBe(false)
})
