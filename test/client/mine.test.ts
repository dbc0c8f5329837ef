// Finding one of one's rooms by its name.
import { expect, test } from 'vitest'
import { named } from '../../client/state/mine.ts'
import type { Mine } from '../../client/state/state.ts'

const room = (name: string | null, other?: string) =>
  ({ room: name ?? other, name, direct: other ? { person: 'p', name: other } : null }) as unknown as Mine

const rooms = [room('Garden plans'), room('Zoë’s kitchen'), room(null, 'Ann Garner'), room('Plans for 2027')]

test.each<[string, string[]]>([
  ['', ['Garden plans', 'Zoë’s kitchen', 'Ann Garner', 'Plans for 2027']],
  ['gar', ['Garden plans', 'Ann Garner']],
  ['plans gar', ['Garden plans']],
  ['zoe', ['Zoë’s kitchen']],
  ['2027', ['Plans for 2027']],
  ['den', []],
])('by %j these are found: %j', (typed, found) => {
  expect(named(rooms, typed).map(({ name, direct }) => direct?.name ?? name)).toEqual(found)
})
