// Two people at home, each with a browser in a network of his own, in a call on a server in the net between them.
import { type Browser, chromium, type Page } from 'playwright-core'
import { CHROMIUM, FLAGS } from '../browser/flags.ts'
import { buildPage } from '../browser/rig.ts'
import { Child } from '../support/child.ts'
import { type Home, Networks, SERVER } from '../support/networks.ts'
import { temporaryFolder } from '../support/start.ts'
import { goLive, LIVE_FLAGS, noteConnections, watched } from './live.ts'

const URL = `http://${SERVER}:27970`
/** What is served without a certificate gets cameras all the same. */
const TRUSTED = `--unsafely-treat-insecure-origin-as-secure=${URL}`

const OUTAGE_MS = 12_000
const DOWN_MS = 2000
const FRESH_MS = 300
/** By then a picture that is interrupted is old. */
const NOTICED_MS = 1500
const PATIENCE_MS = 30_000

export class Homes {
  readonly networks: Networks
  readonly ann: Page
  readonly ben: Page
  #server: Server
  readonly #browsers: readonly Browser[]

  private constructor(networks: Networks, server: Server, browsers: readonly Browser[], pages: [Page, Page]) {
    this.networks = networks
    this.#server = server
    this.#browsers = browsers
    ;[this.ann, this.ben] = pages
  }

  static async open(): Promise<Homes> {
    await buildPage()
    const networks = Networks.open()
    const server = await serve(networks, temporaryFolder())
    const browsers = [await browserOf('ann', networks), await browserOf('ben', networks)] as const
    const pages: [Page, Page] = [await person(browsers[0], 'Ann'), await person(browsers[1], 'Ben')]
    return new Homes(networks, server, browsers, pages)
  }

  /** Until both see each other. */
  async call(): Promise<void> {
    await this.join()
    await this.standstill(() => {})
  }

  async join(): Promise<void> {
    const { ann, ben } = this
    await ann.goto(URL)
    await ann.getByRole('button', { name: 'Start a room' }).click()
    const link = await ann.getByRole('textbox', { name: 'Link to this room' }).inputValue()
    await ben.goto(link)
    await ben.getByRole('button', { name: 'Enter' }).click()
    await goLive(ann)
    await goLive(ben)
  }

  /** How long the one of the two who saw nothing new for longest saw nothing new, in the same tiles as before. */
  async standstill(what: () => Promise<unknown> | unknown): Promise<number> {
    const watching = [await watched(this.ann, 'Ben'), await watched(this.ben, 'Ann')]
    await what()
    await lasts(NOTICED_MS)
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await lasts(100)) {
      const seen = await Promise.all(watching.map(ask => ask()))
      if (seen.some(({ isSame }) => !isSame)) throw new Error(`other tiles: ${await this.#tiles()}`)
      if (seen.every(({ age }) => age < FRESH_MS)) return Math.max(...seen.map(({ longest }) => longest))
    }
    throw new Error(`they do not see each other after ${PATIENCE_MS} ms`)
  }

  changeAddress(): Promise<number> {
    return this.standstill(() => this.networks.changeAddress('ben'))
  }

  /** After its end. */
  async outage(): Promise<number> {
    const all = await this.standstill(async () => {
      this.networks.unplug('ben')
      await lasts(OUTAGE_MS)
      this.networks.plug('ben')
    })
    return all - OUTAGE_MS
  }

  /** Until both know the call again. Gives how long they saw nothing meanwhile, too. */
  async restartServer(): Promise<{ readonly known: number; readonly stood: number }> {
    const pages = [this.ann, this.ben]
    let known = 0
    const stood = await this.standstill(async () => {
      await this.killServer()
      for (const page of pages) await page.getByText('Reconnecting').waitFor()
      await lasts(DOWN_MS)
      await this.startServer()
      const before = performance.now()
      for (const page of pages) await page.getByText('Reconnecting').waitFor({ state: 'detached' })
      known = performance.now() - before
    })
    return { known, stood }
  }

  /** As when its machine loses power. */
  async killServer(): Promise<void> {
    await this.#server.child[Symbol.asyncDispose]()
  }

  async startServer(): Promise<void> {
    this.#server = await serve(this.networks, this.#server.folder)
  }

  async #tiles(): Promise<string> {
    const texts = [this.ann, this.ben].map(page => page.locator('.tile').allInnerTexts())
    return JSON.stringify(await Promise.all(texts))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const browser of this.#browsers) await browser.close()
    await this.killServer()
    this.networks[Symbol.dispose]()
  }
}

interface Server {
  readonly child: Child
  readonly folder: string
}

async function serve(networks: Networks, folder: string): Promise<Server> {
  const env = { PRESENCE_HOST: SERVER, PRESENCE_DATA: folder, PRESENCE_CONFIG: '' }
  const child = new Child('server/main.ts', [], env, { before: networks.inside('net') })
  await child.says(/(ready)/)
  return { child, folder }
}

const browserOf = (home: Home, networks: Networks) =>
  chromium.launch({
    executablePath: networks.programIn(home, CHROMIUM),
    args: [...FLAGS, ...LIVE_FLAGS, TRUSTED],
    timeout: 30_000,
  })

async function person(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', permissions: ['camera', 'microphone'] })
  await context.addInitScript(given => localStorage.setItem('presence.name', given), name)
  await context.addInitScript(noteConnections)
  return context.newPage()
}

const lasts = (ms: number) => new Promise<void>(done => setTimeout(done, ms))
