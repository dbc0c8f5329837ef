// The server cannot reach its memory: who comes back waits where he is, and is in by himself when it can.
// needs: chromium, postgresql
import { expect, test } from 'vitest'
import { accountFor } from '../support/accounts.ts'
import { debianPostgres } from '../support/postgres.ts'
import { inChromium } from './chromium.ts'
import { say, texts } from './rig.ts'
import { nameIt } from './steps.ts'

const open = inChromium()

test('places in a named room are kept while the memory is away, with what is being written', async () => {
  await using database = await debianPostgres()
  await using rig = await open({ databaseUrl: database.url }, { remember: true })
  const [ann, ben] = await rig.together('Ann', 'Ben')
  await nameIt(ann)
  await ben.getByRole('heading', { name: 'Plans' }).waitFor()
  await say(ben, 'Before')
  await ann.getByText('Before').waitFor()
  rig.cut()
  await say(ben, 'Written meanwhile')
  await ben.getByText('Waits for the connection').waitFor()
  await rig.restart()
  database.kill()
  rig.mend()
  const away = 'The server cannot reach its memory right now'
  for (const page of [ann, ben]) await page.getByRole('heading', { name: away }).waitFor()
  const cleo = await rig.person('Cleo')
  await cleo.goto(ann.url())
  await cleo.getByRole('heading', { name: away }).waitFor()
  await database.start()
  await ann.getByRole('button', { name: 'Try again' }).click()
  await ann.getByText('Written meanwhile').waitFor()
  await ben.getByText('Waits for the connection').waitFor({ state: 'detached' })
  await cleo.getByRole('heading', { name: 'This room lets people in one by one' }).waitFor()
  await say(ann, 'After')
  await ben.getByText('After').waitFor()
  for (const page of [ann, ben]) expect(await texts(page)).toEqual(['Before', 'Written meanwhile', 'After'])
})

test('signing out while the memory is away is refused in words, and works when it is back', async () => {
  await using database = await debianPostgres()
  await using rig = await open({ databaseUrl: database.url }, { remember: true })
  const { signin } = await accountFor(rig.server, 'Ann')
  const ann = await rig.person(undefined)
  await ann.goto(`${rig.url}/#signin=${signin}`)
  await ann.getByRole('button', { name: 'Your profile' }).click()
  database.kill()
  const signOut = ann.getByRole('button', { name: 'In this browser' })
  await signOut.click()
  // In front of the dialog, where it can be read.
  await ann.getByRole('dialog').getByText('This cannot be kept right now').waitFor()
  await database.start()
  await signOut.click()
  await ann.getByRole('heading', { name: 'You signed out' }).waitFor()
})
