// What every memory of service keys must do, whatever it is made of. Each adapter's test runs this suite.
import { nanoid } from 'nanoid'
import { expect, test } from 'vitest'
import type { ServiceKeys, StoredKey } from '../../server/store/service-keys.ts'
import { Twice } from '../../server/store/store.ts'

export function serviceKeysContract(open: () => ServiceKeys): void {
  const loaded = async (name: string) => (await open().load()).find(key => key.name === name)

  test('a key is loaded as it was added, until it is removed', async () => {
    const key = { name: nanoid(), hash: nanoid(), scopes: ['read', 'post'], madeAt: 5 } satisfies StoredKey
    await open().add(key)
    expect(await loaded(key.name)).toEqual(key)
    await open().remove(key.name)
    expect(await loaded(key.name)).toBeUndefined()
    await open().add({ ...key, hash: nanoid() })
  })

  test('a name belongs to one key', async () => {
    const key = { name: nanoid(), hash: nanoid(), scopes: ['read'], madeAt: 5 } satisfies StoredKey
    await open().add(key)
    await expect(open().add({ ...key, hash: nanoid() })).rejects.toBeInstanceOf(Twice)
    expect(await loaded(key.name)).toEqual(key)
  })
}
