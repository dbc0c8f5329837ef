// Home, for somebody who belongs to many rooms: finding one of them, and seeing where people are live.
// needs: chromium
import { expect, test } from 'vitest'
import { signInByToken, tokenFor } from '../support/accounts.ts'
import { Person } from '../support/person.ts'
import { nameIt } from '../support/two.ts'
import { inChromium } from './chromium.ts'
import { account, myRoom } from './steps.ts'

const open = inChromium()

test('one of many rooms is found by its name, and shows that somebody is live in it', async () => {
  await using rig = await open(signInByToken, { remember: true })
  const ann = await Person.come(rig.server, { token: tokenFor('Ann') })
  const names = ['Garden', 'Kitchen', 'Roof', 'Cellar', 'Street', 'Zoë’s corner', 'Library']
  const links: string[] = []
  for (const name of names) {
    const { room, link } = await ann.ask({ type: 'room.create' })
    await ann.enter(link)
    await nameIt(ann, room, name)
    links.push(link)
  }
  const ben = await Person.come(rig.server, { name: 'Ben' })
  const { id } = await ben.enter(links[5] ?? '')
  await ben.ask({ type: 'live.join', room: id, mic: true, camera: false })

  const page = await account(rig, 'Ann')
  await page.getByRole('searchbox', { name: 'Find a room' }).fill('zoe')
  await expect.poll(() => myRoom(page).count()).toBe(1)
  await myRoom(page).getByRole('img', { name: '1 person is live' }).waitFor()
  await page.getByRole('searchbox', { name: 'Find a room' }).fill('attic')
  await page.getByText('None of your rooms is called so.').waitFor()
  await page.getByRole('searchbox', { name: 'Find a room' }).fill('cell')
  await myRoom(page).click()
  await page.getByRole('heading', { name: 'Cellar' }).waitFor()
})
