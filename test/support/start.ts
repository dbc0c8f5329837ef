// The real server, in this process, on free ports and in a folder of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../server/base/clock.ts'
import { type Log, makeLog } from '../../server/base/log.ts'
import { compose, type Presence } from '../../server/compose.ts'
import { type Config, check } from '../../server/config.ts'

export interface Running extends Presence {
  readonly data: string
  /** Ends it and starts it again on the same ports and folder, as an operator would, who may have changed settings. */
  restart(changed?: Config): Promise<Running>
  [Symbol.asyncDispose](): Promise<void>
}

interface House {
  readonly data?: string
  readonly log?: Log
  /** With a database, so that rooms can be named. Costs a second. */
  readonly remember?: boolean
}

export async function start(
  config: Config = {},
  clock?: Clock,
  { data = temporaryFolder(), log = makeLog('silent'), remember = false }: House = {},
): Promise<Running> {
  const settings = check({
    ...config,
    data,
    web: { port: 0, ...config.web },
    tcp: { port: 0, ...config.tcp },
    relay: { port: null, ...config.relay },
  })
  const presence = await compose(settings, { log, clock, remember })
  let kept = false
  const restart = async (changed: Config = {}) => {
    await presence.close()
    kept = true
    const ports = { web: { ...config.web, port: presence.port }, tcp: { port: presence.tcpPort } }
    return start({ ...config, ...ports, ...changed }, clock, { data, log, remember })
  }
  return {
    ...presence,
    data,
    restart,
    async [Symbol.asyncDispose]() {
      if (kept) return
      await presence.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'presence-'))
