// Two bare pages. One is static and of the same size as ours: as many requests for as many bytes, compressed and kept
// alike, whose scripts are read and do nothing and whose text stands in it. The other lists what is said in a room.
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { openRooms } from './rooms.ts'

const DIST = join(import.meta.dirname, '../../client/dist')
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The browser must read a script as it reads ours, and goes no further in it. */
const idle = (script: string) => `throw 0;${script}`

function assets(): Map<string, { readonly type: string; readonly body: Buffer }> {
  const names = readdirSync(join(DIST, 'assets')).filter(name => extname(name) in types)
  return new Map(
    names.map(name => {
      const content = readFileSync(join(DIST, 'assets', name), 'utf8')
      const extension = extname(name)
      const body = brotliCompressSync(extension === '.js' ? idle(content) : content)
      return [`/assets/${name}`, { type: types[extension] ?? '', body }]
    }),
  )
}

/** Ours asks for the language of the visitor by a script; here it stands in the page. */
function staticPage(): string {
  const ours = readFileSync(join(DIST, 'index.html'), 'utf8')
  const [, language] = ours.match(/data-en="([^"]+)"/) ?? []
  if (!language) throw new Error('the page names no language')
  return ours
    .replace('</title>', `</title><link rel="modulepreload" href="${language}">`)
    .replace('class="screen old"', 'class="screen" id="text"')
}

/** The least that a page does which shows what is said: each message a paragraph, the newest in sight. */
const list = `<!doctype html><meta charset="utf-8"><title>Talk</title><div id="list"></div><script>
  const list = document.getElementById('list')
  const socket = new WebSocket('ws://' + location.host + '/ws')
  socket.onopen = () => socket.send(JSON.stringify({ type: 'join', room: location.search.slice(1) }))
  socket.onmessage = ({ data }) => {
    const { type, by, text } = JSON.parse(data)
    if (type !== 'said') return
    const line = document.createElement('p')
    line.textContent = by + ': ' + text
    list.append(line)
    scrollTo(0, list.scrollHeight)
  }
</script>`

const files = assets()
const pages: Record<string, string> = { '/': staticPage(), '/list': list }

const http = createServer((request, response) => {
  const [path = ''] = (request.url ?? '').split('?')
  const file = files.get(path)
  if (file) {
    const kept = { 'Cache-Control': 'public, max-age=31536000, immutable', 'Content-Encoding': 'br' }
    return response.writeHead(200, { ...kept, 'Content-Type': file.type }).end(file.body)
  }
  const page = pages[path]
  if (!page) return response.writeHead(404).end()
  response
    .writeHead(200, { 'Cache-Control': 'no-cache', 'Content-Type': 'text/html; charset=utf-8' })
    .end(page)
})
openRooms(http)
http.listen(0, '127.0.0.1', () => {
  console.log(`ready at http://127.0.0.1:${(http.address() as AddressInfo).port}`)
})
