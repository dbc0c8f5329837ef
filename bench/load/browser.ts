// A Chromium for one job, and where in it a room is shown.
import { type Browser, chromium, type Page } from 'playwright-core'
import { CHROMIUM, FLAGS } from '../../test/browser/flags.ts'
import type { Dialect, Place } from './dialect.ts'

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: FLAGS, timeout: 30_000 })

/** A page of somebody who has never been there. */
export async function newcomer(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB' })
  return context.newPage()
}

export interface Screen {
  readonly url: string
  /** What stands on it once it is of use. */
  readonly shows: readonly string[]
}

export function screenOf(dialect: Dialect, port: number, { room, invite }: Place): Screen {
  const site = `http://127.0.0.1:${port}`
  if (dialect === 'bare page') return { url: site, shows: ['#text'] }
  if (dialect === 'bare list') return { url: `${site}/list?${room}`, shows: ['#list'] }
  return { url: `${site}/i/${invite}`, shows: ['.message .text', 'textarea:enabled'] }
}
