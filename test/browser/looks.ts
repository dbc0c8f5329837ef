// What is wrong with how a page looks, to any sense and on any screen.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export async function faults(page: Pick<Page, 'evaluate'>): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(() => {
    // Who wants high contrast gets what WCAG calls enhanced.
    const enabled = document.documentElement.dataset.contrast === 'more'
    const rules = { 'color-contrast-enhanced': { enabled } }
    return (window as unknown as { axe: typeof axe }).axe.run({ rules })
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

export const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

/** What is wider than its place, and neither shortened there nor scrolled. */
export const cut = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'main, form, fieldset > div, .inside, .card, .row, h1, h2, h3, p, a, label, button',
      ),
    ]
      .filter(one => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
      .filter(one => {
        const { textOverflow, overflowX } = getComputedStyle(one)
        return textOverflow !== 'ellipsis' && !/auto|scroll/.test(overflowX)
      })
      .map(one => `${one.tagName} ${one.className}: ${one.textContent.slice(0, 40)}`),
  )
