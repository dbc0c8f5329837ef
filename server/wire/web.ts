// What is served over HTTP: the client, its pages' addresses, health, avatars.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import type { Log } from '../base/log.ts'
import { FRAMED, policyFor } from './headers.ts'
import { packed } from './packed.ts'

export interface WebParts {
  readonly client: string
  /** Other sites that may show a room in a frame. */
  readonly embedders: readonly string[]
  readonly avatar: (name: string) => string
  /** Undefined when all is well, else what is not. */
  readonly trouble: () => string | undefined
  readonly routes: readonly ((app: Express) => void)[]
  readonly log: Log
}

export function makeWeb({ client, embedders, avatar, trouble, routes, log }: WebParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  // As the client reads addresses.
  app.enable('case sensitive routing')
  app.get('/livez', (_request, response) => void response.type('text').send('ok'))
  app.get('/readyz', (_request, response) => {
    const wrong = trouble()
    response
      .status(wrong ? 503 : 200)
      .type('text')
      .send(wrong ?? 'ok')
  })
  app.get('/health', (_request, response) => {
    const wrong = trouble()
    response.status(wrong ? 503 : 200).json({ ok: !wrong, ...(wrong ? { trouble: wrong } : {}) })
  })
  app.get('/avatar/:name.svg', (request, response) => {
    const name = request.params.name.slice(0, 64)
    response.set('Cache-Control', 'public, max-age=86400').type('image/svg+xml').send(avatar(name))
  })
  for (const mount of routes) mount(app)
  serveClient(app, client, embedders)
  app.use(broke(log))
  return app
}

/** The built client; every page of it is the same document. */
function serveClient(app: Express, client: string, embedders: readonly string[]): void {
  const page = join(client, 'index.html')
  app.use(
    '/assets',
    packed(join(client, 'assets')),
    express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
  )
  app.use(express.static(client, { index: false, redirect: false, maxAge: '1h' }))
  app.get(FRAMED, (_request, response, next) => {
    response.set('Content-Security-Policy', policyFor(embedders))
    next()
  })
  const show = (response: Response) => {
    response.set('Cache-Control', 'no-cache')
    if (existsSync(page)) response.sendFile('index.html', { root: client, cacheControl: false })
    else response.status(503).type('text').send('The page has not been built yet. Run: npm run build')
  }
  app.get(['/', '/r/:room', '/i/:invite', ...FRAMED], (_request, response) => show(response))
  app.use((request, response) => {
    response.status(404)
    // Who reads gets a page with a way out, a program a sentence.
    if (request.method === 'GET' && request.accepts('text', 'html') === 'html') show(response)
    else response.type('text').send('There is nothing at this address.')
  })
}

const broke =
  (log: Log) =>
  (error: Error & { status?: number }, _request: Request, response: Response, next: NextFunction) => {
    // A malformed address is the visitor's, anything else is ours.
    const status = error.status && error.status < 500 ? error.status : 500
    if (status === 500) log.error({ err: error }, 'a request could not be answered')
    if (response.headersSent) return next(error)
    response
      .status(status)
      .type('text')
      .send(status === 500 ? 'Something broke on the server.' : 'This request cannot be read.')
  }
