// Other people: finding them, writing to one, having nothing to do with one, and groups.
import type { GroupId, PersonId, RoomId } from '#protocol/id.ts'
import type { Result } from '#protocol/message.ts'
import type { Someone } from '#protocol/people.ts'
import type { Session } from '../session.ts'

export type Found = Result<'people.search'>['people'][number]
export type Group = Result<'group.list'>['groups'][number]
export type Members = Result<'group.who'>

export class People {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
    session.listen(({ type }) => {
      const isAccount = session.state.value.me?.kind === 'account'
      if (type !== 'welcome' || !isAccount) return
      session.try(session.ask({ type: 'people.blocked' }))
      session.try(session.ask({ type: 'group.list' }))
    })
  }

  /** Undefined when it could not be asked: who types on asks again. */
  async search(text: string): Promise<readonly Found[] | undefined> {
    return this.#session.ask({ type: 'people.search', text }).then(
      ({ people }) => people,
      () => undefined,
    )
  }

  /** What an account says of itself; not worth a word when it fails. */
  async about(room: RoomId, person: PersonId): Promise<string> {
    return this.#session.ask({ type: 'room.about', room, person }).then(
      ({ about }) => about,
      () => '',
    )
  }

  async write(person: PersonId): Promise<void> {
    const session = this.#session
    try {
      const { room } = await session.ask({ type: 'room.direct', person })
      session.point(`/r/${room}`)
      await session.entrance.enter({ room })
    } catch (error) {
      session.report(error)
    }
  }

  async block({ person, name }: Someone, on: boolean): Promise<void> {
    const session = this.#session
    try {
      await session.ask({ type: 'people.block', person, on })
      const others = session.state.value.blocked.filter(one => one.person !== person)
      session.set({ blocked: on ? [...others, { person, name }] : others })
      const t = session.language.texts.people.blocking
      session.tell({ text: on ? t.blocked(name) : t.unblocked(name) })
    } catch (error) {
      session.report(error)
    }
  }

  groups(): Promise<unknown> {
    return this.#session.ask({ type: 'group.list' })
  }

  members(group: GroupId): Promise<Members> {
    return this.#session.ask({ type: 'group.who', group })
  }

  async makeGroup(name: string): Promise<GroupId> {
    const { group } = await this.#session.ask({ type: 'group.make', name })
    return group
  }

  renameGroup(group: GroupId, name: string): Promise<unknown> {
    return this.#session.ask({ type: 'group.rename', group, name })
  }

  removeGroup(group: GroupId): Promise<unknown> {
    return this.#session.ask({ type: 'group.remove', group })
  }

  /** In or out of it. */
  setMember(group: GroupId, person: PersonId, on: boolean): Promise<unknown> {
    return this.#session.ask({ type: on ? 'group.add' : 'group.drop', group, person })
  }
}
