// Hands out the compressed twin of an asset to whoever takes it: compressed once, when the page was built.
import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { RequestHandler } from 'express'

const twins = { br: '.br', gzip: '.gz' } as const

export function packed(folder: string): RequestHandler {
  // Assets never change under their name, and there are few of them.
  const known = new Map<string, boolean>()
  const exists = (path: string) => {
    const answer = known.get(path) ?? existsSync(join(folder, path))
    if (answer) known.set(path, answer)
    return answer
  }
  return (request, response, next) => {
    response.vary('Accept-Encoding')
    const encoding = request.acceptsEncodings('br', 'gzip') as keyof typeof twins | false
    // Names as the build makes them; anything else is no asset of ours.
    if (!encoding || !/^\/[\w.-]+$/.test(request.path)) return next()
    const twin = request.path + twins[encoding]
    if (!exists(twin)) return next()
    response.set('Content-Encoding', encoding).type(extname(request.path))
    request.url = twin
    next()
  }
}
