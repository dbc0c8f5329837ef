// One WebSocket as a mere carrier of words, and how it ended. Where networks break WebSockets there is another way.
import type { ServerMessage } from '#protocol/message.ts'
import { takeEarly } from './early.ts'

export interface Hears {
  opened(): void
  message(message: ServerMessage): void
  /** Once: it could not be opened, or it is over. */
  closed(): void
}

export interface Wire {
  send(message: object): void
  close(): void
}

export type Open = (hears: Hears, polling: boolean) => Wire

const PATIENCE = 10_000

export const openSocket: Open = (hears, polling) => (polling ? openOtherwise(hears) : openWebSocket(hears))

function openWebSocket(hears: Hears): Wire {
  const socket = takeEarly()
  const timer = setTimeout(() => end(), PATIENCE)
  let over = false
  const end = () => {
    if (over) return
    over = true
    clearTimeout(timer)
    socket.close()
    hears.closed()
  }
  const opened = () => {
    clearTimeout(timer)
    if (!over) hears.opened()
  }
  socket.onmessage = ({ data }) => !over && hears.message(read(data))
  socket.onclose = end
  if (socket.readyState === WebSocket.OPEN) queueMicrotask(opened)
  else socket.onopen = opened
  return { send: message => socket.send(JSON.stringify(message)), close: end }
}

/** What cannot be read is none of our words, which is found out further in. */
function read(data: unknown): ServerMessage {
  try {
    return JSON.parse(String(data))
  } catch {
    return {} as ServerMessage
  }
}

/** It weighs as much as a sixth of the page: it is fetched by those who need it. */
function openOtherwise(hears: Hears): Wire {
  let wire: Wire | undefined
  let over = false
  const end = () => {
    if (over) return
    over = true
    wire?.close()
    hears.closed()
  }
  const begin = ({ openPolling }: typeof import('./polling.ts')) => {
    if (!over) wire = openPolling({ ...hears, closed: end })
  }
  import('./polling.ts').then(begin, end)
  return { send: message => wire?.send(message), close: end }
}
