// Steps that many walks take.
import type { Locator, Page } from 'playwright-core'
import { tokenFor } from '../support/accounts.ts'
import type { Rig } from './rig.ts'

export const field = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true })

export const myRoom = (page: Page) => page.getByRole('region', { name: 'Your rooms' }).getByRole('link')

/** From the room that is called so until now; it stays from then on. */
export async function nameIt(owner: Page, name = 'Plans', until = 'Name it'): Promise<void> {
  await owner.getByRole('button', { name: until }).click()
  await owner.getByRole('textbox', { name: 'Name of the room' }).fill(name)
  await owner.keyboard.press('Enter')
  await owner.getByRole('heading', { name }).waitFor()
}

export async function makeAdmin(owner: Page, name: string): Promise<void> {
  await owner.getByRole('button', { name: `What to do with ${name}` }).click()
  await owner.getByRole('button', { name: 'Make admin' }).click()
}

export async function leave(page: Page, how: 'Go home' | 'Leave for good' = 'Go home'): Promise<void> {
  await (await roomTool(page, 'Leave the room')).click()
  await page.getByRole('button', { name: how }).click()
  await page.getByRole('button', { name: 'Start a room' }).waitFor()
}

/** Somebody who is signed in by another program of the operator's. */
export async function account(rig: Rig, name: string): Promise<Page> {
  const page = await rig.person(undefined)
  await page.goto(`${rig.url}/#token=${tokenFor(name)}`)
  await page.getByText(`You are signed in as ${name}.`).waitFor()
  return page
}

/** Points at a message and takes one of its tools. */
export async function tool(page: Page, text: string, name: string): Promise<void> {
  const message = page.locator('.message', { has: page.locator('.text', { hasText: text }) })
  await message.hover()
  await message.getByRole('button', { name, exact: true }).click()
}

/** On a phone behind a button. */
export async function roomTool(page: Page, name: string, more = 'More'): Promise<Locator> {
  const head = page.getByRole('banner')
  const tool = head.getByRole('button', { name, exact: true })
  const rest = head.getByRole('button', { name: more, exact: true })
  await tool.or(rest).first().waitFor()
  if (!(await tool.isVisible())) await rest.click()
  return tool
}

export const searchOf = (page: Page) => page.getByRole('complementary', { name: 'Search' })

/** Looks for it in the room, where perhaps something else was looked for. */
export async function lookFor(page: Page, text: string): Promise<void> {
  const field = searchOf(page).getByRole('searchbox')
  if ((await field.count()) === 0) await (await roomTool(page, 'Search')).click()
  await field.fill(text)
}
