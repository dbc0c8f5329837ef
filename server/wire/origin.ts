// Which web pages may open a connection: our own, and those that the config names. Programs send no Origin.
import type { IncomingMessage } from 'node:http'

export function mayConnect(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  if (allowed.includes(origin)) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
