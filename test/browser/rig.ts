// What browser tests stand on: the real server, a real browser, and a network between them that can be cut.
import { existsSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { build } from 'vite'
import { texts as english } from '../../client/language/en.ts'
import type { Texts } from '../../client/language/texts.ts'
import type { Clock } from '../../server/base/clock.ts'
import type { Config } from '../../server/config.ts'
import { each } from '../support/each.ts'
import { type Running, start } from '../support/start.ts'
import { CHROMIUM, FLAGS } from './flags.ts'

const CLIENT = join(import.meta.dirname, '../../client')
const PATIENCE = 8000

export async function buildPage(): Promise<void> {
  if (existsSync(join(CLIENT, 'dist/index.html'))) return
  await build({ root: CLIENT, configFile: join(CLIENT, 'vite.config.ts'), logLevel: 'warn' })
}

/** A browser for a whole file of tests. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  await buildPage()
  return chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...more], timeout: 30_000 })
}

export class Rig {
  server: Running
  readonly url: string
  readonly #browser: Browser
  readonly #network: Network
  readonly #contexts: BrowserContext[] = []
  /** What no page may ever do, noted while the tests do something else. */
  readonly #faults: string[] = []

  private constructor(browser: Browser, server: Running, network: Network) {
    this.#browser = browser
    this.server = server
    this.#network = network
    this.url = `http://localhost:${network.port}`
  }

  /** With `remember` rooms can be named, which costs a second. */
  static async open(
    browser: Browser,
    config: Config = {},
    { clock, ...house }: { remember?: boolean; clock?: Clock } = {},
  ): Promise<Rig> {
    const server = await start(config, clock, house)
    return new Rig(browser, server, await Network.open(server.port))
  }

  /** Somebody with a browser of his own, who has told his name before. */
  async person(name: string | undefined, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({ locale: 'en-GB', ...options })
    this.#contexts.push(context)
    this.#watch(context)
    context.setDefaultTimeout(PATIENCE)
    if (name) {
      await context.addInitScript(given => {
        // Only the first time: a person may change his mind. The empty page before the first, and a file, have no storage.
        if (self.origin === 'null') return
        if (!localStorage.getItem('presence.name')) localStorage.setItem('presence.name', given)
      }, name)
    }
    return context.newPage()
  }

  #watch(context: BrowserContext): void {
    context.on('weberror', error => this.#faults.push(`${error.error()}`))
    context.on('console', line => {
      if (line.text().includes('Content Security Policy')) this.#faults.push(line.text())
    })
    context.on('request', request => {
      if (
        !request
          .url()
          .replace(/^blob:/, '')
          .startsWith(this.url)
      )
        this.#faults.push(`asked a foreign host: ${request.url()}`)
    })
  }

  /** Starts a room and gives its link. */
  async startRoom(page: Page, t: Texts = english): Promise<string> {
    await page.goto(this.url)
    await page.getByRole('button', { name: t.home.start }).click()
    return page.getByRole('textbox', { name: t.links.toRoom }).inputValue()
  }

  async enter(page: Page, link: string, t: Texts = english): Promise<void> {
    await page.goto(link)
    await page.getByRole('button', { name: t.door.enter }).click()
    await page.getByRole('textbox', { name: t.talk.writing.field }).waitFor()
  }

  /** A room with these people in it, each in a browser of his own. */
  async together<const Names extends readonly [string, ...string[]]>(...names: Names) {
    const pages = await each(names, name => this.person(name))
    const [first, ...others] = pages as readonly [Page, ...Page[]]
    const link = await this.startRoom(first)
    for (const page of others) await this.enter(page, link)
    return pages
  }

  cut(): void {
    this.#network.cut()
  }

  mend(): void {
    this.#network.mend()
  }

  /** As some offices do. */
  breakWebSockets(): void {
    this.#network.websockets = false
  }

  async restart(): Promise<void> {
    this.server = await this.server.restart()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#contexts.map(context => context.close()))
    await this.#network.close()
    await this.server[Symbol.asyncDispose]()
    if (this.#faults.length > 0) throw new Error(this.#faults.join('\n'))
  }
}

/** Hands on whatever passes between browsers and the server, until it is cut. */
class Network {
  readonly port: number
  readonly #listener: ReturnType<typeof createServer>
  readonly #sockets = new Set<Socket>()
  #whole = true
  websockets = true

  private constructor(listener: ReturnType<typeof createServer>, server: number) {
    this.#listener = listener
    this.port = (listener.address() as AddressInfo).port
    listener.on('connection', socket => {
      if (!this.#whole) return socket.destroy()
      socket.once('data', start => {
        if (!this.websockets && /^upgrade: websocket/im.test(start.toString())) socket.destroy()
      })
      const onward = connect(server, '127.0.0.1')
      this.#join(socket, onward)
      this.#join(onward, socket)
    })
  }

  static open(server: number): Promise<Network> {
    const listener = createServer()
    return new Promise(done => listener.listen(0, '127.0.0.1', () => done(new Network(listener, server))))
  }

  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from)
    from.pipe(to)
    from.on('error', () => to.destroy())
    from.on('close', () => {
      this.#sockets.delete(from)
      to.destroy()
    })
  }

  cut(): void {
    this.#whole = false
    for (const socket of this.#sockets) socket.destroy()
  }

  mend(): void {
    this.#whole = true
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise(done => this.#listener.close(done))
  }
}

export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill(text)
  await page.keyboard.press('Enter')
}

/** The texts of all messages on a page, in their order. */
export const texts = (page: Page) => page.locator('.message:not(.pending) .text').allTextContents()
