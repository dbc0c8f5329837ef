// The house rule of imports: to a lower floor, never up, never sideways; adapters are known to compose alone.
import { expect, test } from 'vitest'
import { offences, readTree } from './imports.ts'

test('every import goes to a lower floor', () => {
  expect(offences(readTree())).toEqual([])
})

test.each([
  ['server/room/planted.ts', "import { Session } from '../session/session.ts'", 'goes up'],
  ['server/wire/planted.ts', "import { Rooms } from '../command/status.ts'", 'goes sideways'],
  ['server/session/planted.ts', "export { compose } from '../compose.ts'", 'goes up'],
  ['client/planted.ts', "import { Rooms } from '../server/room/rooms.ts'", 'protocol only'],
  ['server/base/planted.ts', "const x = await import('#protocol/id.ts')", 'goes sideways'],
  ['server/room/planted.ts', "import { openDoors } from '../wire/doors.ts'", 'goes up'],
])('a planted import in %s fails: %s', (file, text, why) => {
  expect(offences([{ file, text }]).join()).toContain(why)
})
