// A room in which very much was said.
import type { Page } from 'playwright-core'
import type { RoomId } from '#protocol/id.ts'
import { Person } from '../support/person.ts'
import type { Rig } from './rig.ts'
import { nameIt } from './steps.ts'

const NAMES = ['Cleo', 'Dan', 'Eve', 'Finn']
const WORDS =
  'the quick brown fox jumps over a lazy dog while rain falls on the roof and nobody sees it'.split(' ')
const IN_A_ROW = 9

/** `line 7 the quick brown`: of different lengths, so that nothing fits by chance. */
export const lineOf = (number: number) =>
  `line ${number} ${WORDS.slice(0, ((number * 7) % WORDS.length) + 1).join(' ')}`

/** Some people who talk one after the other, each a few lines in a row. */
export class Crowd {
  readonly #people: Person[]
  readonly #room: RoomId
  count = 0

  private constructor(people: Person[], room: RoomId) {
    this.#people = people
    this.#room = room
  }

  static async come(rig: Rig, link: string): Promise<Crowd> {
    const people: Person[] = []
    let room: RoomId | undefined
    for (const name of NAMES) {
      const person = await Person.come(rig.server, { name })
      room = (await person.enter(new URL(link).pathname)).id
      people.push(person)
    }
    return new Crowd(people, room as RoomId)
  }

  async talk(count: number): Promise<void> {
    const end = this.count + count
    while (this.count < end) {
      const person = this.#people[((this.count / IN_A_ROW) % NAMES.length) | 0] as Person
      const some = Array.from({ length: Math.min(IN_A_ROW, end - this.count) }, () => ++this.count)
      await Promise.all(some.map(number => person.say(this.#room, lineOf(number))))
      for (const one of this.#people) one.heard.length = 0
    }
  }
}

/** However long it is, no more is on the page. */
export const MOST_ELEMENTS = 4000

/** Ben, in a room in which very much was said. */
export async function longTalk(rig: Rig, count: number): Promise<{ ben: Page; crowd: Crowd }> {
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  await nameIt(ann)
  await ann.close()
  const crowd = await Crowd.come(rig, link)
  await crowd.talk(count)
  const ben = await rig.person('Ben')
  await rig.enter(ben, link)
  await ben.getByText(lineOf(count)).waitFor()
  return { ben, crowd }
}
