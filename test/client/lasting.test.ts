// How long something lasts, in figures.
import { expect, test } from 'vitest'
import { lasting } from '../../client/call/lasting.ts'

test.each([
  [-5000, '0:00'],
  [0, '0:00'],
  [59_999, '0:59'],
  [61_000, '1:01'],
  [3_600_000, '1:00:00'],
  [36_309_000, '10:05:09'],
])('%i ms last %s', (ms, text) => {
  expect(lasting(ms)).toBe(text)
})
