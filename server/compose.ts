// The wiring: which part gets which. The only file that knows them all.
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import { type Clock, every, clock as realClock } from './base/clock.ts'
import { type Log, makeLog } from './base/log.ts'
import { Mistake } from './base/mistake.ts'
import { Paces } from './base/paces.ts'
import { Seal } from './base/seal.ts'
import type { Settings } from './config.ts'
import { Relays } from './media/relays.ts'
import { accountSignIn } from './people/account.ts'
import { avatarSvg } from './people/avatar.ts'
import { Blocks } from './people/blocks.ts'
import { guestSignIn } from './people/browser.ts'
import { Circle } from './people/circle.ts'
import { KeptDirectory } from './people/directory.ts'
import { LocalGroups } from './people/groups.ts'
import { KeyRing } from './people/keys.ts'
import { SignInLinks } from './people/links.ts'
import { serviceSignIn } from './people/service.ts'
import { tokenSignIn } from './people/token.ts'
import { GESTURES } from './room/calling.ts'
import type { Memory } from './room/house.ts'
import { SEAL_LIFE } from './room/record.ts'
import { Rooms } from './room/rooms.ts'
import { Uploads } from './room/uploads.ts'
import type { Desk } from './session/desk.ts'
import { Visitors } from './session/visitors.ts'
import type { Archive, Purpose } from './store/archive.ts'
import { EndedFile } from './store/ended.ts'
import { FileFolder, type Files } from './store/files.ts'
import { occupy, openFolder, SOCKET_NAME, serverKey } from './store/folder.ts'
import { sweepLeftovers } from './store/leftovers.ts'
import { openArchive as openPostgres } from './store/postgres/archive.ts'
import { hasDatabase, NoPlace } from './store/postgres/embedded.ts'
import { openDatabase } from './store/postgres/open.ts'
import { Writer } from './store/writer.ts'
import { Door } from './wire/door.ts'
import { openDoors } from './wire/doors.ts'
import { downloadRoute } from './wire/download.ts'
import { portraitRoute } from './wire/portrait.ts'
import type { Certificate } from './wire/stream.ts'
import { uploadRoute } from './wire/upload.ts'
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
  /** False: no memory, so that no room can be named. For tests that need none. */
  readonly remember?: boolean
  readonly clock?: Clock
  readonly log?: Log
}

const HOUR = 3600_000
const CLIENT = join(import.meta.dirname, '../client/dist')

export async function compose(settings: Settings, outside: Outside = {}): Promise<Presence> {
  const clock = outside.clock ?? realClock
  const log = outside.log ?? makeLog(settings.log.level ?? 'info')
  openFolder(settings.data)
  const leave = await occupy(settings.data)
  let memory: Memory | undefined
  let relays: Relays | undefined
  try {
    memory = outside.remember === false ? undefined : await openMemory(settings, clock, log)
    const files = new FileFolder(resolve(settings.data))
    // A database that is there and was not opened knows of rooms that we do not know of.
    const known = memory || !(settings.databaseUrl || hasDatabase(resolve(settings.data)))
    if (known) await sweepLeftovers(files, memory?.attached, log)
    const society = await gather({ clock, log, memory })
    const keys = await KeyRing.open(settings.serviceKeys, memory?.serviceKeys, clock)
    const seal = new Seal(serverKey(settings.data))
    relays = await openRelays(settings, { clock, log, seal })
    const ground = { clock, log, memory, files, society, keys, seal, relays }
    const presence = await open(settings, layDesk(settings, ground), memory)
    return {
      ...presence,
      close: () =>
        presence
          .close()
          .finally(() => relays?.close())
          .finally(leave),
    }
  } catch (error) {
    relays?.close()
    await closeMemory(memory).finally(leave)
    throw error
  }
}

/** Without a database of the operator's or our own, rooms can be started and used, only not named. */
async function openMemory(settings: Settings, clock: Clock, log: Log): Promise<Memory | undefined> {
  try {
    const database = await openDatabase(settings.databaseUrl, resolve(settings.data), log)
    return { ...database, writer: new Writer(database.store, clock, log) }
  } catch (error) {
    if (!(error instanceof NoPlace)) throw error
    log.error({ reason: error.message }, 'rooms cannot be named')
    return undefined
  }
}

/** The same database, for the desk. */
export function openArchive(settings: Settings, purpose: Purpose): Promise<Archive> {
  const place = { url: settings.databaseUrl, folder: resolve(settings.data) }
  return openPostgres(place, purpose, makeLog('error'))
}

async function closeMemory(memory: Memory | undefined): Promise<void> {
  await memory?.writer.close()
  await memory?.close()
}

interface Ground {
  readonly clock: Clock
  readonly log: Log
  readonly memory: Memory | undefined
}

/** The accounts, and what is between them. */
async function gather({ clock, log, memory }: Ground) {
  const directory = await KeptDirectory.open(memory?.accounts, clock, log)
  const groups = new LocalGroups(memory?.groups, (await memory?.groups.all()) ?? [])
  const blocks = new Blocks(memory?.blocks, (await memory?.blocks.all()) ?? [])
  const circle = new Circle({ directory, groups, blocks, store: memory?.store })
  return { directory, groups, blocks, circle }
}

type Society = Awaited<ReturnType<typeof gather>>

const openRelays = ({ relay, web }: Settings, parts: Pick<Furnished, 'clock' | 'log' | 'seal'>) =>
  Relays.open({ ...relay, host: hostOf(web), url: web.url }, parts)

interface Furnished extends Ground {
  readonly seal: Seal
  readonly relays: Relays
  readonly keys: KeyRing
  readonly files: Files
  readonly society: Society
}

/** Everything that a visitor is served with. What only an open door knows is filled in by `open`. */
function layDesk(settings: Settings, furnished: Furnished): Desk {
  const { clock, log, memory, files, society, keys, seal, relays } = furnished
  const ended = new EndedFile(settings.data, SEAL_LIFE, log, clock.now())
  const uploads = new Uploads(files, settings.files)
  const { limits } = settings
  const calls = {
    relays,
    waitUntil: clock.now() + settings.grace.lostSeconds * 1000,
    gestures: new Paces(GESTURES, clock),
  }
  const rooms = new Rooms(settings.rooms, {
    ...{ clock, seal, ended, log, memory, uploads, calls },
    people: society.circle,
    tellPerson: (person, message, outside) => visitors.tell(person, message, outside),
  })
  const { directory } = society
  const parts = { rooms, clock, seal, ended, log, directory }
  const visitors = new Visitors(parts, settings.grace, limits.socketsPerPerson)
  const links = new SignInLinks(seal, clock, directory)
  return {
    ...{ ...parts, ...society, visitors, links, keys },
    signIns: [
      serviceSignIn(keys, seal),
      accountSignIn({ seal, directory, links }),
      tokenSignIn(settings.signIn.token, parts),
      guestSignIn(seal),
    ],
    creations: new Paces({ perSecond: limits.roomsPerMinute / 60, burst: limits.roomsPerMinute }, clock),
    arrivals: new Paces({ perSecond: limits.arrivalsPerSecond, burst: limits.arrivalsAtOnce }, clock),
    url: () => '',
    sockets: () => 0,
  }
}

async function open(settings: Settings, laid: Desk, memory: Memory | undefined): Promise<Presence> {
  const { clock, log, ended, rooms } = laid
  let url = ''
  let closing = false
  const desk: Desk = { ...laid, url: () => url, sockets: () => door.size }
  const door = new Door(desk, settings.limits)
  const certificate = settings.web.certificate && readCertificate(settings.web.certificate)
  const trouble = () => (closing ? 'closing' : undefined)
  const portrait = portraitRoute((person, version) => laid.directory.picture(person, version))
  const routes = [portrait, uploadRoute({ rooms, clock, log }), downloadRoute(rooms.uploads.files)]
  const { embedders } = settings.web
  const app = makeWeb({ client: CLIENT, embedders, avatar: avatarSvg, trouble, routes, log })
  const host = hostOf(settings.web)
  const socketPath = join(resolve(settings.data), SOCKET_NAME)
  const ways = {
    ...{ host, socketPath, certificate: certificate ?? undefined, upgrades: {} },
    port: settings.web.port,
    tcpPort: settings.tcp.port,
    origins: settings.web.url ? [...settings.web.origins, settings.web.url] : settings.web.origins,
    proxies: settings.web.proxies,
    polling: settings.web.polling,
  }
  const doors = await openDoors(door, app, ways, clock)
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
      desk.visitors.close()
      await closeMemory(memory)
      log.info('closed')
    },
  }
}

const hostOf = ({ host, certificate }: Settings['web']) => host ?? (certificate ? '::' : '127.0.0.1')

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
