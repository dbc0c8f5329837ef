// The settings of this device: read from whatever is kept, and what the page looks like by them.
import { expect, test } from 'vitest'
import { deviceFrom, lookOf } from '../../client/state/device.ts'

const usual = {
  language: 'system',
  theme: 'system',
  contrast: 'system',
  sounds: true,
  notify: false,
  keys: true,
  layout: 'grid',
  selfView: true,
  mirror: true,
  quality: 'high',
}

test.each<[string | null, object]>([
  [null, {}],
  ['', {}],
  ['{"theme":"dark","sounds":false}', { theme: 'dark', sounds: false }],
  ['{"contrast":"more","notify":true,"keys":false}', { contrast: 'more', notify: true, keys: false }],
  ['{"theme":"pink","contrast":1,"sounds":"no","notify":1,"keys":null}', {}],
  ['{"language":"nb"}', { language: 'nb' }],
  [
    '{"layout":"speaker","selfView":false,"mirror":false}',
    { layout: 'speaker', selfView: false, mirror: false },
  ],
  ['{"layout":"circle","quality":"best"}', {}],
  ['{"quality":"sound"}', { quality: 'sound' }],
  ['{"language":"tlh"}', {}],
  ['{"theme":"light","more":"than that"}', { theme: 'light' }],
  ['{"__proto__":{"theme":"dark"}}', {}],
  ['null', {}],
  ['7', {}],
  ['{"theme":', {}],
])('kept as %j it is the usual with %j', (kept, chosen) => {
  expect(deviceFrom(kept)).toEqual({ ...usual, ...chosen })
})

test.each([
  ['system', false, 'light'],
  ['system', true, 'dark'],
  ['light', true, 'light'],
  ['dark', false, 'dark'],
] as const)('the theme %s, when the system is dark: %s, is %s', (theme, dark, shown) => {
  expect(lookOf({ theme, contrast: 'system' }, { dark, contrast: false }).theme).toBe(shown)
})

test.each([
  ['system', false, 'usual'],
  ['system', true, 'more'],
  ['more', false, 'more'],
  ['more', true, 'more'],
] as const)('the contrast %s, when the system wants more: %s, is %s', (contrast, wished, shown) => {
  expect(lookOf({ theme: 'system', contrast }, { dark: false, contrast: wished }).contrast).toBe(shown)
})
