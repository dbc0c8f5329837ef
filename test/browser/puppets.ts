// The steps of walks in browsers that are led by Puppeteer.
import type { Page } from 'puppeteer-core'

export const click = (page: Page, name: string) =>
  page.locator(`::-p-aria([name="${name}"][role="button"])`).click()
export const shows = (page: Page, text: string) => page.locator(`::-p-text(${text})`).wait()

export async function write(page: Page, text: string): Promise<void> {
  await page.locator('::-p-aria([name="Message"][role="textbox"])').fill(text)
  await page.keyboard.press('Enter')
}

export async function textIn(page: Page, name: string): Promise<string> {
  const field = await page.waitForSelector(`::-p-aria([name="${name}"][role="textbox"])`)
  return field?.evaluate(element => (element as HTMLInputElement).value) ?? ''
}
