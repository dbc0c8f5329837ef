// The wiring: which part gets which. The only file that knows them all.
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import { type Clock, every, clock as realClock } from './base/clock.ts'
import { type Log, makeLog } from './base/log.ts'
import { Mistake } from './base/mistake.ts'
import { Seal } from './base/seal.ts'
import type { Settings } from './config.ts'
import { avatarSvg } from './people/avatar.ts'
import { guestSignIn } from './people/browser.ts'
import { OwnerLink } from './people/owner.ts'
import { serviceSignIn } from './people/service.ts'
import { tokenSignIn } from './people/token.ts'
import { SEAL_LIFE } from './room/record.ts'
import { Rooms } from './room/rooms.ts'
import { Creations } from './session/creations.ts'
import type { Desk } from './session/desk.ts'
import { Visitors } from './session/visitors.ts'
import { EndedFile } from './store/ended.ts'
import { openFolder, SOCKET_NAME, serverKey } from './store/folder.ts'
import { Door } from './wire/door.ts'
import { openDoors } from './wire/doors.ts'
import type { Certificate } from './wire/stream.ts'
import { makeWeb } from './wire/web.ts'

export interface Presence {
  /** Where pages find it. */
  readonly url: string
  /** A link to a room that works. */
  readonly link: string
  readonly port: number
  readonly tcpPort: number | undefined
  readonly socketPath: string
  /** For tests that look at what is left. */
  readonly desk: Desk
  close(): Promise<void>
}

interface Outside {
  readonly clock?: Clock
  readonly log?: Log
}

const HOUR = 3600_000
const CLIENT = join(import.meta.dirname, '../client/dist')

export async function compose(settings: Settings, outside: Outside = {}): Promise<Presence> {
  const clock = outside.clock ?? realClock
  const log = outside.log ?? makeLog(settings.log.level ?? 'info')
  openFolder(settings.data)
  const seal = new Seal(serverKey(settings.data))
  const ended = new EndedFile(settings.data, SEAL_LIFE, log, clock.now())
  const rooms = new Rooms(settings.rooms, { clock, seal, ended, log })
  const visitors = new Visitors(
    { rooms, clock, seal, ended, log },
    settings.grace,
    settings.limits.socketsPerPerson,
  )
  const owner = new OwnerLink(seal, clock)
  const signIns = [
    serviceSignIn(settings.serviceKeys, seal),
    owner,
    tokenSignIn(settings.signIn.token, seal, clock),
    guestSignIn(seal),
  ]
  let url = ''
  const desk: Desk = {
    ...{ rooms, visitors, signIns, seal, ended, clock, log },
    creations: new Creations(settings.limits.roomsPerMinute, clock),
    ownerPath: () => owner.path(),
    url: () => url,
    sockets: () => door.size,
  }
  const door = new Door(desk, settings.limits)
  const certificate = settings.web.certificate && readCertificate(settings.web.certificate)
  let closing = false
  const app = makeWeb({
    client: CLIENT,
    avatar: avatarSvg,
    trouble: () => (closing ? 'closing' : undefined),
    routes: [],
    log,
  })
  const host = settings.web.host ?? (certificate ? '::' : '127.0.0.1')
  const socketPath = join(resolve(settings.data), SOCKET_NAME)
  const doors = await openDoors(door, app, {
    ...{ host, socketPath, certificate: certificate ?? undefined, upgrades: {} },
    port: settings.web.port,
    tcpPort: settings.tcp.port,
    origins: settings.web.url ? [...settings.web.origins, settings.web.url] : settings.web.origins,
    proxies: settings.web.proxies,
    polling: settings.web.polling,
  })
  url = settings.web.url ?? addressFor(certificate !== null, host, doors.port)
  const stopForgetting = every(clock, HOUR, () => ended.forget(clock.now()))
  log.info({ port: doors.port, tcpPort: doors.tcpPort }, 'open')
  return {
    ...{ url, socketPath, desk, port: doors.port, tcpPort: doors.tcpPort },
    link: url + rooms.frontPath(),
    async close() {
      closing = true
      stopForgetting()
      await doors.close()
      rooms.close()
      log.info('closed')
    },
  }
}

function readCertificate(files: { cert: string; key: string }): Certificate {
  try {
    const certificate = { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') }
    createSecureContext(certificate)
    return certificate
  } catch (error) {
    throw new Mistake(`web.certificate cannot be used: ${error instanceof Error ? error.message : error}`)
  }
}

/** What to type into a browser when nobody has said how this server is called. */
function addressFor(secure: boolean, host: string, port: number): string {
  const everywhere = host === '::' || host === '0.0.0.0'
  const name = everywhere ? (secure ? hostname() : 'localhost') : host.includes(':') ? `[${host}]` : host
  const usual = secure ? 443 : 80
  return `${secure ? 'https' : 'http'}://${name}${port === usual ? '' : `:${port}`}`
}
