// One question to the running server, through the socket in its data folder.
import { createConnection } from 'node:net'
import { createInterface } from 'node:readline'
import type { Request, RequestType, Result, ServerMessage } from '#protocol/message.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { CommandError } from './verb.ts'

const PATIENCE = 5000

type Question<T extends RequestType> = Omit<Extract<Request, { type: T }>, 'ref'> & { type: T }

export async function ask<T extends RequestType>(path: string, message: Question<T>): Promise<Result<T>> {
  const socket = createConnection(path)
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error('no answer')))
  try {
    socket.write(`${JSON.stringify({ type: 'hello', version: PROTOCOL_VERSION })}\n`)
    socket.write(`${JSON.stringify({ ...message, ref: 1 })}\n`)
    for await (const line of createInterface({ input: socket })) {
      const said = JSON.parse(line) as ServerMessage
      if (said.type === 'refused') throw new CommandError(said.text)
      if (said.type === 'done') return said.result as Result<T>
    }
    throw new CommandError('The server closed the connection without an answer.')
  } catch (error) {
    throw explain(error, path)
  } finally {
    socket.destroy()
  }
}

/** A path on the server as a link that people open. */
export async function linkTo(path: string, socket: string): Promise<string> {
  const { url } = await ask(socket, { type: 'server.status' })
  return url + path
}

function explain(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ECONNREFUSED') {
    return new CommandError(
      `No Presence is running with this data folder (${path}). Start it, or set PRESENCE_DATA.`,
    )
  }
  if (code === 'EACCES')
    return new CommandError(`You may not open ${path}. Run this as the user whom Presence runs as.`)
  return error
}
