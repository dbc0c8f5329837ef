// Who one is and how one looks, as the page's state has it.
import { expect, test } from 'vitest'
import type { ServerMessage } from '#protocol/message.ts'
import { apply } from '../../client/state/apply.ts'
import { faceIn, faceOf } from '../../client/state/face.ts'
import { initial } from '../../client/state/state.ts'
import { inRoom, member } from './room.ts'

const profile = { about: 'Tea', avatar: 'v1', local: true }
const welcome = { type: 'welcome', person: 'ann', name: 'Ann', kind: 'account', mayCreate: true }

test('an account has its profile from the welcome, and another one when one of its pages set it', () => {
  const met = apply(initial, { ...welcome, profile } as ServerMessage)
  expect(met.me).toMatchObject({ name: 'Ann', profile })
  const other = { about: '', local: true }
  const changed = apply(met, { type: 'me.changed', name: 'Anna', profile: other })
  expect(changed.me).toEqual({ ...met.me, name: 'Anna', profile: other })
  const guest = apply(initial, { ...welcome, kind: 'guest' } as ServerMessage)
  expect(guest.me).not.toHaveProperty('profile')
})

test('whoever is not there has another name and picture, and nobody else', () => {
  const [ben, cleo] = ['Ben', 'Cleo'].map(name => ({ person: name.toLowerCase(), name, role: 'member' }))
  const absent = { ...ben, name: 'Benno', avatar: 'v2' }
  const state = apply(inRoom({ absent: [ben, cleo] }), {
    type: 'room.absent',
    room: 'room',
    absent,
  } as never)
  expect(state.room?.absent).toEqual([absent, cleo])
})

test('who leaves keeps his picture among those who are not there', () => {
  const ben = member('Ben', { kind: 'account', avatar: 'v1' })
  const left = { type: 'room.left', room: 'room', person: 'ben', why: 'left' } as ServerMessage
  const state = apply(inRoom({ name: 'Plans', members: [member('Ann'), ben] }), left)
  expect(state.room && faceIn(state.room, 'ben' as never)).toBe('/avatar/ben/v1.png')
})

test('a face is the picture of today, of who is there or belongs there', () => {
  const { room } = inRoom({ members: [member('Ann', { avatar: 'v3' }), member('Ben')] })
  const faces = ['ann', 'ben', 'long-gone'].map(person => room && faceIn(room, person as never))
  expect(faces).toEqual(['/avatar/ann/v3.png', undefined, undefined])
  expect(faceOf({ person: 'ann' as never })).toBeUndefined()
})
