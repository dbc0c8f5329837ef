// Bringing files, as a page does, and fetching them, as anyone may who has their address.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Attachment, attachment } from '#protocol/file.ts'
import { filePath } from '#protocol/file-path.ts'
import type { RoomId } from '#protocol/id.ts'
import type { Person } from './person.ts'
import type { Running } from './start.ts'

type Where = Pick<Running, 'url'>

/** Offers a file and sends its bytes; what comes back is checked against the words. */
export async function bring(
  server: Where,
  person: Person,
  room: RoomId,
  bytes: Buffer,
  name = 'file.bin',
): Promise<Attachment> {
  const { path } = await person.ask({ type: 'file.offer', room, name, size: bytes.length })
  const response = await post(server, path, bytes)
  if (!response.ok) throw new Error(`not taken: ${await response.text()}`)
  return attachment.parse(await response.json())
}

export const post = (server: Where, path: string, bytes: Buffer) =>
  fetch(`${server.url}${path}`, { method: 'POST', body: new Uint8Array(bytes) })

/** A file that comes bit by bit. */
export function slowly(server: Where, path: string) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start: given => {
      controller = given
    },
  })
  const answer = fetch(`${server.url}${path}`, { method: 'POST', body, duplex: 'half' } as RequestInit)
  // Asked after it is known to fail, or never.
  answer.catch(() => {})
  return {
    answer,
    give: (text: string) => controller?.enqueue(Buffer.from(text)),
    end: () => controller?.close(),
    /** As when the page is closed in the middle of it. */
    cut: () => controller?.error(new Error('cut')),
  }
}

/** The code of the refusal, which must be complete. */
export async function refusalOf(answer: Promise<Response>): Promise<string> {
  const response = await answer
  const { code, text, retry } = (await response.json()) as Record<string, unknown>
  if (response.ok || typeof text !== 'string' || typeof retry !== 'boolean') return 'no refusal'
  return String(code)
}

export const get = (server: Where, room: RoomId, file: Attachment, init?: RequestInit) =>
  fetch(`${server.url}${filePath(room, file)}`, init)

export const send = (person: Person, room: RoomId, files: readonly Attachment[], text = '', key = 'files') =>
  person.ask({ type: 'chat.send', room, key: key as never, text, files: files.map(({ id }) => id) })

/** What lies on the disk for a room. */
export function onDisk({ data }: Pick<Running, 'data'>, room: RoomId): string[] {
  const folder = join(data, 'files', room)
  return existsSync(folder) ? readdirSync(folder) : []
}
