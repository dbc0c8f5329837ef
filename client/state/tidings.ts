// What of the unseen somebody is told by his system: one thing for each room, however much was said there.
import type { RoomId } from '#protocol/id.ts'
import { shortened } from './quoting.ts'
import type { Unseen } from './unseen.ts'

export interface Tidings {
  readonly room: RoomId
  readonly count: number
  readonly title: string
  readonly text: string
}

const LENGTH = 140

export function tidingsOf(all: readonly Unseen[]): Tidings[] {
  const meant = all.filter(({ forMe }) => forMe)
  const rooms = new Set(meant.map(({ room }) => room))
  return [...rooms].flatMap(room => {
    const said = meant.filter(one => one.room === room)
    return said.slice(-1).map(last => ({ room, count: said.length, ...inWords(said.length, last) }))
  })
}

function inWords(count: number, { by, where, text }: Unseen): { title: string; text: string } {
  const short = shortened(text, LENGTH)
  if (count === 1) return { title: where === undefined ? by : `${by} in ${where}`, text: short }
  if (where === undefined) return { title: `${count} messages from ${by}`, text: short }
  return { title: `${count} messages for you in ${where}`, text: `${by}: ${short}` }
}
