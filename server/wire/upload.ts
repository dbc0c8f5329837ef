// A file comes in: one POST to the place that was promised for it, its bytes straight to the disk.
import type { IncomingMessage } from 'node:http'
import type { Express, Request, Response } from 'express'
import type { Attachment } from '#protocol/file.ts'
import { fileId, roomId } from '#protocol/id.ts'
import { Refusal, type RefusalCode, refusals } from '#protocol/refusal.ts'
import { type Clock, every } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import { PICTURE_HEAD, pictureOf } from '../base/picture.ts'
import type { Rooms } from '../room/rooms.ts'
import { beginningOf } from '../store/file.ts'
import { DiskFull, WrongSize } from '../store/files.ts'

interface Parts {
  readonly rooms: Rooms
  readonly clock: Clock
  readonly log: Log
}

const LOOK_MS = 1000
/** Who sends nothing for so long is cut off ... */
const IDLE_MS = 20_000
/** ... and who is slower than a bad telephone line, after a time to begin with. */
const START_MS = 60_000
const SLOWEST_BYTES_PER_MS = 16
/** A browser reads why it is refused only while what it sends goes somewhere. */
const REFUSED_MS = 5000

/** Uploads are the only requests with a body that may take its time. */
export const isUpload = ({ method, url = '' }: IncomingMessage) =>
  method === 'POST' && /^\/file\/\w+\/[\w-]+$/.test(url)

/** A body that has not come by then does not come any more. */
export function cutAfter(request: IncomingMessage, ms: number, clock: Clock): void {
  const cut = () => void (request.complete || request.socket.destroy())
  request.once('close', clock.after(ms, cut))
}

export const uploadRoute = (parts: Parts) => (app: Express) => {
  app.post('/file/:room/:id', async (request, response) => {
    try {
      response.json(await takeIn(request, parts))
    } catch (error) {
      refuse(request, response, meaningOf(error, request, parts.log), parts.clock)
    }
  })
}

async function takeIn(request: Request<{ room: string; id: string }>, parts: Parts): Promise<Attachment> {
  const { rooms, clock } = parts
  const room = roomId.safeParse(request.params.room).data
  const id = fileId.safeParse(request.params.id).data
  const who = room && id && rooms.uploads.bearer(room, id)
  if (!who) throw new Refusal('file.gone')
  const { files } = rooms.uploads
  const { size } = await rooms.ask(room, who, { type: 'file.begin', id })
  try {
    const bytes = bytesOf(request, size, clock)
    await files.put(
      room,
      id,
      size,
      whileWanted(bytes, () => rooms.uploads.bearer(room, id) !== undefined),
    )
    const found = await files.find(room, id)
    const picture = found && pictureOf(await beginningOf(found.path, PICTURE_HEAD))
    return await rooms.ask(room, who, { type: 'file.arrived', id, picture })
  } catch (error) {
    rooms.uploads.drop(id)
    files.remove(room, id)
    throw error
  }
}

async function* bytesOf(request: IncomingMessage, size: number, clock: Clock): AsyncGenerator<Buffer> {
  const end = clock.elapsed() + START_MS + size / SLOWEST_BYTES_PER_MS
  let heard = clock.elapsed()
  const stop = every(clock, LOOK_MS, () => {
    const now = clock.elapsed()
    if (now - heard > IDLE_MS || now > end) request.destroy()
  })
  try {
    // Whoever sends too much is still told so.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      heard = clock.elapsed()
      yield chunk
    }
  } finally {
    stop()
  }
}

/** Until its place is given up: nothing counts the bytes of one that nobody waits for. */
async function* whileWanted(bytes: AsyncIterable<Buffer>, isWanted: () => boolean): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    if (!isWanted()) throw new Refusal('file.gone')
    yield chunk
  }
}

function meaningOf(error: unknown, request: Request, log: Log): RefusalCode {
  if (error instanceof Refusal) return error.code
  if (error instanceof DiskFull) return 'file.full'
  if (error instanceof WrongSize || !request.complete) return 'file.partial'
  log.error({ err: error }, 'a file could not be taken in')
  return 'internal'
}

const statuses: Partial<Record<RefusalCode, number>> = {
  ...{ 'file.gone': 404, 'room.gone': 404, 'file.full': 507, internal: 500 },
  ...{ 'room.outside': 403, 'room.banned': 403, forbidden: 403 },
}

function refuse(request: Request, response: Response, code: RefusalCode, clock: Clock): void {
  const { text, retry } = refusals[code]
  response.status(statuses[code] ?? 400).json({ code, text, retry })
  request.resume()
  cutAfter(request, REFUSED_MS, clock)
}
