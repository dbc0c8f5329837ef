// Who knows whom, without a server: how much is asked for a search, and how many can be blocked.
import { expect, test } from 'vitest'
import type { GroupId, PersonId } from '#protocol/id.ts'
import { Blocks } from '../../server/people/blocks.ts'
import { Circle } from '../../server/people/circle.ts'
import { LocalGroups } from '../../server/people/groups.ts'
import type { Person } from '../../server/people/person.ts'
import type { Account } from '../../server/store/accounts.ts'
import { StoreAway } from '../../server/store/store.ts'

const id = (name: string) => name as PersonId
const account = (name: string) => ({ id: id(name), name }) as Account
const person = (name: string, trusted = false) => ({ id: id(name), kind: 'account', trusted }) as Person

/** Ann shares a room with Ben and a guest, and a group with Cleo; nobody shares anything with Bernd. */
function circle() {
  const accounts = ['ann', 'ben', 'bernd', 'cleo'].map(account)
  const asked: PersonId[] = []
  const directory = {
    find: (wanted: PersonId) => accounts.find(({ id }) => id === wanted),
    list: () => accounts,
  }
  const store = {
    roommates: async (one: PersonId) => {
      asked.push(one)
      return one === 'ann' ? [id('ben'), id('guest')] : []
    },
    shareRoom: async (one: PersonId, other: PersonId) =>
      one === 'ann' && other !== 'bernd' && other !== 'cleo',
  }
  const group = { id: 'group' as GroupId, name: 'Group', members: [id('ann'), id('cleo')] }
  const blocks = new Blocks(undefined, [{ by: id('cleo'), person: id('ben') }])
  const groups = new LocalGroups(undefined, [group])
  return { asked, circle: new Circle({ directory, store, blocks, groups }) }
}

test('[PE6] a search asks once whom somebody knows, whatever he looks for and whoever else there is', async () => {
  const found = async (who: Person, text: string) => {
    const known = circle()
    const names = (await known.circle.search(who, text)).map(({ name }) => name)
    return { names, asked: known.asked }
  }
  expect(await found(person('ann'), 'be')).toEqual({ names: ['ben'], asked: ['ann'] })
  expect(await found(person('ann'), 'bernd')).toEqual({ names: [], asked: ['ann'] })
  expect(await found(person('ann'), 'nobody')).toEqual({ names: [], asked: ['ann'] })
  expect((await found(person('ann'), '')).names).toEqual(['ben', 'cleo'])
  expect((await found(person('ben'), 'cleo')).names).toEqual([])
  expect((await found(person('olga', true), 'be')).names).toEqual(['ben', 'bernd'])
})

test('[PE5] one knows accounts only, and never oneself', async () => {
  const { circle: known } = circle()
  const knows = (other: string, who = person('ann')) => known.knows(who, id(other))
  expect(await knows('ben')).toBe(true)
  expect(await knows('cleo')).toBe(true)
  for (const nobody of ['bernd', 'guest', 'ann', 'unheard-of']) expect(await knows(nobody)).toBe(false)
  expect(await knows('bernd', person('olga', true))).toBe(true)
})

test('[PE7] a thousand can be blocked, and one more when somebody is let off', async () => {
  const kept = new Set<PersonId>()
  const store = {
    all: async () => [],
    add: async ({ person }: { person: PersonId }) => void kept.add(person),
    lift: async ({ person }: { person: PersonId }) => void kept.delete(person),
  }
  const blocks = new Blocks(store, [])
  const add = (name: string) => blocks.add({ by: id('ann'), person: id(name) }, 0)
  await Promise.all(Array.from({ length: 1000 }, (_, at) => add(`person ${at}`)))
  await expect(add('one more')).rejects.toMatchObject({ code: 'blocks.many' })
  expect(kept.size).toBe(1000)
  await blocks.lift({ by: id('ann'), person: id('person 5') })
  await add('one more')
  expect([kept.size, blocks.of(id('ann')).at(-1)]).toEqual([1000, 'one more'])
})

test('[PE7] what could not be kept does not hold, and what comes after it is not held up', async () => {
  let away = true
  const store = {
    all: async () => [],
    add: async () => {
      if (away) throw new StoreAway()
    },
    lift: async () => {},
  }
  const blocks = new Blocks(store, [])
  const block = { by: id('ann'), person: id('ben') }
  await expect(blocks.add(block, 0)).rejects.toBeInstanceOf(StoreAway)
  expect(blocks.has(block.by, block.person)).toBe(false)
  away = false
  await blocks.add(block, 0)
  expect(blocks.has(block.by, block.person)).toBe(true)
})
