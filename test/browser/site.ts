// Another web site, whose page shows one of ours in a frame.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const pageWith = (attributes: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Intranet</title><h1>Our intranet</h1>
  <iframe title="Chat" width="360" height="480" ${attributes}></iframe>`

export class Site {
  readonly url: string
  readonly #listener: Server

  private constructor(listener: Server, host: string) {
    this.#listener = listener
    this.url = `http://${host}:${(listener.address() as AddressInfo).port}`
  }

  /** Under the same name as our own server it is another origin; under another name browsers keep them apart. */
  static open(host: 'localhost' | '127.0.0.1'): Promise<Site> {
    const listener = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://localhost')
      const attributes = [...searchParams].map(([name, value]) => `${name}="${value}"`).join(' ')
      response.setHeader('Content-Type', 'text/html').end(pageWith(attributes))
    })
    return new Promise(done => listener.listen(0, '127.0.0.1', () => done(new Site(listener, host))))
  }

  /** The address of a page of it with such a frame. */
  showing(frame: { readonly src: string; readonly sandbox?: string }): string {
    return `${this.url}/?${new URLSearchParams(frame)}`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.closeAllConnections()
    await new Promise(done => this.#listener.close(done))
  }
}
