// Stands between the server and its database, as a network that is slow, or that holds everything back for a while.
import { createConnection, createServer, type Socket } from 'node:net'

/** From the server to the database; what is held on it, in its order. */
interface Way {
  held?: (() => void)[] | undefined
}

export class Delay implements AsyncDisposable {
  /** How long what the database says is on its way. */
  answersMs = 0
  readonly #server = createServer(socket => this.#carry(socket))
  readonly #sockets = new Set<Socket>()
  readonly #port: number
  readonly #ways = new Set<Way>()
  url = ''

  constructor(url: string) {
    this.#port = Number(new URL(url).port)
    this.url = url
  }

  async listen(): Promise<this> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', done))
    const { port } = this.#server.address() as { port: number }
    this.url = this.url.replace(`:${this.#port}/`, `:${port}/`)
    return this
  }

  /** From now on what is asked by those who are connected does not arrive. */
  hold(): void {
    for (const way of this.#ways) way.held ??= []
  }

  /** Now it does, also from those who have gone away. */
  release(): void {
    for (const way of this.#ways) {
      for (const pass of way.held ?? []) pass()
      way.held = undefined
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
  }

  #carry(near: Socket): void {
    const far = createConnection(this.#port, '127.0.0.1')
    for (const socket of [near, far]) {
      this.#sockets.add(socket)
      socket.on('error', () => {})
    }
    const way: Way = {}
    this.#ways.add(way)
    const pass = (task: () => void) => (way.held ? void way.held.push(task) : task())
    near.on('data', chunk => pass(() => far.write(chunk)))
    near.on('close', () => pass(() => far.end()))
    far.on('data', chunk => {
      if (this.answersMs === 0) near.write(chunk)
      else setTimeout(() => near.write(chunk), this.answersMs)
    })
    far.on('close', () => near.destroy())
  }
}
