// What of the unseen somebody is told by his system: one thing for each room, however much was said there.
import type { RoomId } from '#protocol/id.ts'
import type { Texts } from '../language/texts.ts'
import { shortened } from './quoting.ts'
import type { Unseen } from './unseen.ts'

export interface Tidings {
  readonly room: RoomId
  readonly count: number
  readonly title: string
  readonly text: string
}

const LENGTH = 140

export function tidingsOf(all: readonly Unseen[], t: Texts): Tidings[] {
  const meant = all.filter(({ forMe }) => forMe)
  const rooms = new Set(meant.map(({ room }) => room))
  return [...rooms].flatMap(room => {
    const said = meant.filter(one => one.room === room)
    return said.slice(-1).map(last => ({ room, count: said.length, ...inWords(said.length, last, t) }))
  })
}

function inWords(count: number, { by, where, text }: Unseen, t: Texts): { title: string; text: string } {
  const { tidings } = t
  const short = text === undefined ? tidings.wrote : shortened(text, LENGTH)
  if (where === undefined) return { title: count === 1 ? by : tidings.manyFrom(count, by), text: short }
  const room = where || t.page.unnamed
  if (count === 1) return { title: tidings.byIn(by, room), text: short }
  return { title: tidings.manyIn(count, room), text: t.page.saidBy(by, short) }
}
