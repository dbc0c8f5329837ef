// A whole visit with nothing but a keyboard. At each stop one sees where one is.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inChromium } from './chromium.ts'

const open = inChromium()

test('a room is started, named and shared, a guest comes, they talk, and all by keys', async () => {
  await using rig = await open({}, { remember: true })
  const ann = await rig.person('Ann', { permissions: ['clipboard-read', 'clipboard-write'] })
  await ann.goto(rig.url)
  await go(ann, 'Start a room')
  await ann.getByText('You are in. Bring the others.').waitFor()
  await sees(ann, 'Message')
  await go(ann, 'Name it', 'Shift+Tab')
  await ann.getByRole('dialog').waitFor()
  await ann.keyboard.type('Garden')
  await ann.keyboard.press('Enter')
  await ann.getByRole('heading', { name: 'Garden' }).waitFor()
  await go(ann, 'Share')
  await ann.getByRole('dialog', { name: 'Bring people in' }).waitFor()
  await go(ann, 'Copy')
  await ann.getByRole('button', { name: 'Copied' }).waitFor()
  const link = await ann.evaluate(() => navigator.clipboard.readText())
  await ann.keyboard.press('Escape')

  const ben = await rig.person(undefined)
  await ben.goto(link)
  await ben.getByText('Ann is here').waitFor()
  await sees(ben, 'Your name')
  await ben.keyboard.type('Ben')
  await ben.keyboard.press('Enter')
  await ben.getByRole('textbox', { name: 'Message', exact: true }).waitFor()
  await sees(ben, 'Message')
  await ben.keyboard.type('Shall we plant beans?')
  await ben.keyboard.press('Enter')
  await ann.getByText('Shall we plant beans?').waitFor()

  // From the field to the newest message, whose tools are the next stop.
  await reach(ann, 'Message')
  await ann.keyboard.press('Escape')
  await sees(ann, /Shall we plant beans/)
  await go(ann, 'React')
  await ann.getByRole('dialog', { name: 'React' }).waitFor()
  await ann.keyboard.type('party')
  await ann.keyboard.press('Enter')
  await ben.getByRole('button', { name: '🎉 1, Ann' }).waitFor()
  await sees(ann, 'React')
  await ann.keyboard.press('ArrowRight')
  await sees(ann, 'Answer')
  await ann.keyboard.press('Enter')
  await ann.getByText('Answer to Ben').waitFor()
  await sees(ann, 'Message')
  await ann.keyboard.type('Yes, along the fence')
  await ann.keyboard.press('Enter')
  await ben
    .locator('.message', { has: ben.locator('.quote') })
    .getByText('Yes, along the fence')
    .waitFor()
  await ann.locator('.message.pending').waitFor({ state: 'detached' })
  await ann.keyboard.press('ArrowUp')
  await sees(ann, 'Edit your message')
  await ann.keyboard.type(' and the wall')
  await ann.keyboard.press('Enter')
  await ben.getByText('Yes, along the fence and the wall').waitFor()

  await ann.keyboard.press('Control+k')
  await sees(ann, 'Words to look for')
  await ann.keyboard.type('beans')
  await ann.getByRole('complementary', { name: 'Search' }).getByText('1 message', { exact: true }).waitFor()
  await go(ann, /Shall we plant beans/)
  await ann.locator('.message:focus', { hasText: 'Shall we plant beans?' }).waitFor()
  await ann.keyboard.press(',')
  await ann.getByRole('dialog', { name: 'Your settings' }).waitFor()
  await reach(ann, 'System')
  await ann.keyboard.press('ArrowRight')
  await ann.keyboard.press('ArrowRight')
  await sees(ann, 'Dark')
  await expect.poll(() => ann.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
  await ann.keyboard.press('Escape')
  await go(ann, 'Leave the room', 'Shift+Tab')
  await ann.getByRole('dialog').waitFor()
  await go(ann, 'Go home')
  await ann.getByRole('button', { name: 'Start a room' }).waitFor()
  await ben.getByRole('complementary', { name: 'People' }).getByText('Not here now').waitFor()
})

interface Stop {
  readonly name: string
  readonly seen: boolean
}

/** What has the focus, and whether it has a ring: its own, its sign's, or that of the box in which it stands. */
function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement
    const rings = (element: Element | null, pseudo?: string) => {
      const { outlineStyle, outlineWidth } = element
        ? getComputedStyle(element, pseudo)
        : new CSSStyleDeclaration()
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    const box = at.parentElement
    const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent ?? ''
    const seen = at.matches(':focus-visible') && (rings(at) || rings(at, '::after') || rings(box))
    return { name, seen }
  })
}

const isAt = ({ name }: Stop, wanted: string | RegExp) =>
  typeof wanted === 'string' ? name.trim() === wanted : wanted.test(name)

async function sees(page: Page, wanted: string | RegExp): Promise<void> {
  const seen = async () => {
    const now = await stop(page)
    return now.seen && isAt(now, wanted) ? 'seen' : now
  }
  await expect.poll(seen, { message: `the focus is at ${wanted}` }).toBe('seen')
}

/** Walks there, and sees each stop on the way. */
async function reach(page: Page, wanted: string | RegExp, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press(key)
    // After the last and before the first the browser itself has the focus.
    if (await page.evaluate(() => document.activeElement === document.body)) continue
    const now = await stop(page)
    expect(now.seen, `the focus is seen at: ${now.name}`).toBe(true)
    if (isAt(now, wanted)) return
  }
  throw new Error(`${wanted} cannot be reached by the keyboard`)
}

async function go(page: Page, wanted: string | RegExp, key = 'Tab'): Promise<void> {
  await reach(page, wanted, key)
  await page.keyboard.press('Enter')
}
