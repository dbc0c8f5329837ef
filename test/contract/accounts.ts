// What every memory of accounts must do, whatever it is made of. Each adapter's test runs this suite.
import { nanoid } from 'nanoid'
import { expect, test } from 'vitest'
import type { PersonId } from '#protocol/id.ts'
import type { Account, Accounts } from '../../server/store/accounts.ts'
import { Unstorable } from '../../server/store/store.ts'

export function accountsContract(open: () => Accounts): void {
  const loaded = async (id: PersonId) => (await open().load()).accounts.find(account => account.id === id)
  const browsersOf = async (id: PersonId) =>
    (await open().load()).browsers.filter(({ account }) => account === id).map(({ browser }) => browser)

  test('an account is loaded as it was saved, and as it was saved again', async () => {
    const account = fresh()
    await open().save(account)
    expect(await loaded(account.id)).toEqual(account)
    const other = { ...account, name: 'Anna', about: 'Tea', seenAt: 9, links: 3, ended: true }
    await open().save(other)
    expect(await loaded(account.id)).toEqual(other)
  })

  test('a picture stays until another comes or it is taken away', async () => {
    const account = fresh()
    await open().save({ ...account, avatar: 'v1' }, Buffer.from('one'))
    await open().save({ ...account, avatar: 'v1', about: 'Tea' })
    expect(await open().picture(account.id)).toEqual(Buffer.from('one'))
    await open().save({ ...account, avatar: 'v2' }, Buffer.from('two'))
    expect(await open().picture(account.id)).toEqual(Buffer.from('two'))
    await open().save(account)
    expect(await open().picture(account.id)).toBeUndefined()
    expect(await open().picture('nobody-here' as PersonId)).toBeUndefined()
  })

  test('a browser is one account at a time, and none after signing out', async () => {
    const [ann, ben] = [fresh(), fresh()]
    for (const account of [ann, ben]) await open().save(account)
    const [phone, laptop] = [nanoid(), nanoid()]
    await open().signIn({ browser: phone, account: ann.id, since: 1 })
    await open().signIn({ browser: laptop, account: ann.id, since: 2 })
    expect(await browsersOf(ann.id)).toEqual([phone, laptop])
    await open().signIn({ browser: laptop, account: ben.id, since: 3 })
    expect([await browsersOf(ann.id), await browsersOf(ben.id)]).toEqual([[phone], [laptop]])
    await open().signOut([phone, 'unknown'])
    expect([await browsersOf(ann.id), await browsersOf(ben.id)]).toEqual([[], [laptop]])
  })

  test('who has ended is signed in nowhere any more, with the same stroke', async () => {
    const [ann, ben] = [fresh(), fresh()]
    for (const account of [ann, ben]) await open().save(account)
    const browsers = [ann, ann, ben].map(({ id }) => ({ browser: nanoid(), account: id, since: 1 }))
    for (const browser of browsers) await open().signIn(browser)
    await open().save({ ...ann, ended: true })
    expect([await browsersOf(ann.id), await browsersOf(ben.id)]).toEqual([[], [browsers[2]?.browser]])
  })

  test('nobody is signed in as an account that does not exist', async () => {
    const browser = { browser: nanoid(), account: 'nobody-here' as PersonId, since: 1 }
    await expect(open().signIn(browser)).rejects.toBeInstanceOf(Unstorable)
  })
}

const fresh = (): Account => ({
  id: nanoid(20) as PersonId,
  ...{ name: 'Ann', about: '', origin: 'local', madeAt: 1, seenAt: 2, avatar: null, links: 0, ended: false },
})
