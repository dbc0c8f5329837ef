// A Chromium for all walks of a file, and a server of its own for each of them.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser, Rig } from './rig.ts'

type Options = Parameters<typeof Rig.open> extends [Browser, ...infer Rest] ? Rest : never

/** `flags`: what it needs besides. */
export function inChromium(flags: readonly string[] = []): (...options: Options) => Promise<Rig> {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser(flags)
  })
  afterAll(() => browser.close())
  return (...options) => Rig.open(browser, ...options)
}
