// Where files are found over HTTP. Free of zod, because the client imports it.
import type { FileId, RoomId } from './id.ts'

export const uploadPath = (room: RoomId, id: FileId) => `/file/${room}/${id}`

/** The name is for whoever saves it: the two ids alone open it. */
export const filePath = (room: RoomId, { id, name }: { readonly id: FileId; readonly name: string }) =>
  `${uploadPath(room, id)}/${encodeURIComponent(name)}`
