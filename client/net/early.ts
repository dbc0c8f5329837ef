// The first line to the server, which a script in the head begins to open while the rest of the page is still on its way.

interface Shared {
  line?: WebSocket | undefined
}

const shared = globalThis as Shared

const connect = () => new WebSocket(`${location.protocol.replace('http', 'ws')}//${location.host}/ws`)

export function beginEarly(): void {
  shared.line = connect()
}

/** What was begun, once and if it is good for anything; else another. */
export function takeEarly(): WebSocket {
  const { line } = shared
  shared.line = undefined
  const isGood = line && (line.readyState === WebSocket.CONNECTING || line.readyState === WebSocket.OPEN)
  return isGood ? line : connect()
}
