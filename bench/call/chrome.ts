// A browser whose costs can be read, and pages in it that note when somebody was clicked in and when he first saw another.
import { readdirSync, readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { CHROMIUM, FLAGS } from '../../test/browser/flags.ts'
import { LIVE_FLAGS } from '../../test/live/live.ts'
import { cpuNanoseconds } from '../cost.ts'

interface Noted {
  clicked: number
  first: Promise<number>
}

export class Chrome {
  readonly #browser: Browser
  readonly #pid: number
  readonly #close: () => Promise<void>

  private constructor(browser: Browser, pid: number, close: () => Promise<void>) {
    this.#browser = browser
    this.#pid = pid
    this.#close = close
  }

  static async open(): Promise<Chrome> {
    const args = [...FLAGS, ...LIVE_FLAGS]
    const server = await chromium.launchServer({ executablePath: CHROMIUM, args, timeout: 30_000 })
    const browser = await chromium.connect(server.wsEndpoint())
    return new Chrome(browser, server.process().pid ?? 0, () => server.close())
  }

  async person(name: string): Promise<Page> {
    const permissions = ['camera', 'microphone']
    const context = await this.#browser.newContext({ locale: 'en-GB', permissions })
    await context.addInitScript(note)
    await context.addInitScript(given => {
      if (self.origin !== 'null') localStorage.setItem('presence.name', given)
    }, name)
    return context.newPage()
  }

  async leave(pages: readonly Page[]): Promise<void> {
    for (const page of pages) await page.context().close()
  }

  /** On how many processors' time all of it has been, in seconds. */
  async cores(during: () => Promise<unknown>): Promise<number> {
    const [begun, before] = [performance.now(), this.#cost()]
    await during()
    return (this.#cost() - before) / 1e6 / (performance.now() - begun)
  }

  #cost(): number {
    return family(this.#pid).reduce((sum, pid) => sum + cpuNanoseconds(pid), 0)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close()
  }
}

/** From the last click until another's picture was there, in milliseconds. */
export const waited = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { first, clicked } = window as unknown as Noted
    return (await first) - clicked
  })

/** In the page, before anything else of it. */
function note(): void {
  const noted = window as unknown as Noted
  const own = new Set<string>()
  const { mediaDevices } = navigator
  const open = mediaDevices?.getUserMedia.bind(mediaDevices)
  if (!open) return
  mediaDevices.getUserMedia = async constraints => {
    const stream = await open(constraints)
    for (const { id } of stream.getTracks()) own.add(id)
    return stream
  }
  addEventListener('click', () => Object.assign(noted, { clicked: performance.now() }), true)
  const seen = new Set<HTMLVideoElement>()
  noted.first = new Promise(done => {
    const watch = (video: HTMLVideoElement) => {
      const track = (video.srcObject as MediaStream | null)?.getVideoTracks()[0]
      if (seen.has(video) || !track || own.has(track.id)) return
      seen.add(video)
      video.requestVideoFrameCallback(now => done(now))
    }
    setInterval(() => document.querySelectorAll('video').forEach(watch), 10)
  })
}

/** It and all that it has started. */
function family(pid: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter(isNumber)
      .map(one => [Number(one), parentOf(Number(one))]),
  )
  const childrenOf = (one: number): number[] =>
    [...parents].flatMap(([child, parent]) => (parent === one ? [child, ...childrenOf(child)] : []))
  return [pid, ...childrenOf(pid)]
}

const isNumber = (name: string) => /^\d+$/.test(name)

/** Undefined when it has ended meanwhile. */
function parentOf(pid: number): number | undefined {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) . /s, '')
        .split(' ')[0],
    )
  } catch {
    return undefined
  }
}
