// In which browsers whose account is signed in.
import { expect, test } from 'vitest'
import type { PersonId } from '#protocol/id.ts'
import { Browsers } from '../../server/people/browsers.ts'

const [ann, ben] = ['ann', 'ben'] as PersonId[] as [PersonId, PersonId]
const at = (browser: string, account: PersonId) => ({ browser, account, since: 0 })

test('[AC2] of more than fifty browsers of an account the oldest is named, and nobody else is touched', () => {
  const browsers = new Browsers()
  browsers.add(at('of ben', ben))
  const tooMany = Array.from({ length: 52 }, (_, number) => browsers.add(at(`${number}`, ann)))
  expect(tooMany.flat()).toEqual(['0', '0', '1'])
  // Signed in there again, it is no longer the oldest.
  expect(browsers.add(at('0', ann))).toEqual(['1', '2'])
  expect(browsers.of(ben)).toEqual(['of ben'])
})

test('[AC2] a browser is one account at a time', () => {
  const browsers = new Browsers()
  browsers.add(at('shared', ann))
  browsers.add(at('shared', ben))
  expect([browsers.accountOf('shared'), browsers.of(ann), browsers.of(ben)]).toEqual([ben, [], ['shared']])
  browsers.remove('shared')
  browsers.remove('shared')
  expect([browsers.accountOf('shared'), browsers.of(ben)]).toEqual([undefined, []])
})
