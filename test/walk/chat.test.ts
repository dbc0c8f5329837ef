// The first walk of the design: a message from one person to the others.
import { expect, test } from 'vitest'
import { publicTransports } from '../support/carrier.ts'
import { Person } from '../support/person.ts'
import { start } from '../support/start.ts'

test.each(publicTransports)('[CH1] what one says by %s, the other hears, once', async transport => {
  await using server = await start()
  const ann = await Person.come(server, { name: 'Ann', transport })
  const room = await ann.startRoom()
  const ben = await Person.come(server, { name: 'Ben', transport })
  const state = await ben.enter(room.link)
  expect(state.members.map(({ name, role }) => [name, role])).toEqual([
    ['Ann', 'owner'],
    ['Ben', 'guest'],
  ])
  await ann.say(room.id, 'Hello Ben')
  const said = await ben.hears('chat.said')
  expect(said).toMatchObject({ text: 'Hello Ben', name: 'Ann', by: ann.id, seq: 1 })
  await ben.settled()
  expect(ben.texts(room.id)).toEqual(['Hello Ben'])
})
