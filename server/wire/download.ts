// A file goes out, to whoever has its address. Only pictures are shown; what might run anything is only to be saved.
import type { Express } from 'express'
import { fileId, roomId } from '#protocol/id.ts'
import { fileName } from '#protocol/text.ts'
import { PICTURE_HEAD, pictureOf } from '../base/picture.ts'
import { beginningOf } from '../store/file.ts'
import type { Files } from '../store/files.ts'

/** Even if a browser takes it for a page of ours, it may do nothing. The style is what browsers show a picture with. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"

export const downloadRoute = (files: Files) => (app: Express) => {
  app.get('/file/:room/:id/:name', async (request, response, next) => {
    const { room, id, name } = request.params
    const [place, file] = [roomId.safeParse(room).data, fileId.safeParse(id).data]
    const found = place && file ? await files.find(place, file) : undefined
    if (!found) return next()
    // Asked for anew each time, so that what was deleted is gone; what is still there is not sent twice.
    response.set({
      'Cache-Control': 'private, no-cache',
      ETag: `"${id}"`,
      // Of an answer that says no more than that, browsers take the headers over too.
      'Content-Security-Policy': POLICY,
    })
    if (request.fresh) return void response.status(304).end()
    const picture = pictureOf(await beginningOf(found.path, PICTURE_HEAD))
    response.set({
      'Content-Type': picture?.type ?? 'application/octet-stream',
      'Content-Disposition': disposition(picture ? 'inline' : 'attachment', name),
    })
    response.sendFile(found.path, { cacheControl: false, lastModified: false, dotfiles: 'allow' }, error => {
      // It was deleted in this moment, a part was asked for that it has not, or nobody waits for it any more.
      if (error && !response.headersSent) next('status' in error && error.status === 404 ? undefined : error)
    })
  })
}

/** The name for old browsers, and for those that know more than ASCII. */
function disposition(how: 'inline' | 'attachment', name: string): string {
  const clean = fileName.safeParse(name).data ?? 'file'
  const plain = clean.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const coded = encodeURIComponent(clean).replace(/['()*]/g, mark => `%${mark.charCodeAt(0).toString(16)}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${coded}`
}
