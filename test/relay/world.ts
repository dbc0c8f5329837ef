// Started in a network of its own: a machine with a relay that is known by a public address, and one next door that
// has inner addresses. Tries to get to all of them through the relay, and prints what the relay said and what arrived.
import { execFileSync, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv4 } from 'node:net'
import { join } from 'node:path'
import { clock } from '../../server/base/clock.ts'
import { makeLog } from '../../server/base/log.ts'
import { Credentials } from '../../server/media/credentials.ts'
import { Relay } from '../../server/media/relay/relay.ts'
import { type Attribute, number32, TurnClient, types } from '../support/turn.ts'
import { Watch } from '../support/watch.ts'
import { Coturn, SECRET } from './coturn.ts'

export interface Tried {
  /** What the relay said to a permission and to a channel, by address. */
  readonly said: Record<string, readonly [number, number]>
  /** What got where it was sent, without the relay ... */
  readonly straight: readonly string[]
  /** ... and through it. */
  readonly through: readonly string[]
  /** Whether two who are on it met. */
  readonly met: boolean
}

const OWN = '203.0.113.1'
const OWN_V6 = '2001:db8::1'
const PORT = 27_990
const PROBE = 5000
const ports = { first: 28_000, last: 28_099 }

const CONTROL = '203.0.113.9'
const CONTROL_V6 = '2001:db8::9'

const [kind = '', list = '[]'] = process.argv.slice(2)
const targets: readonly string[] = JSON.parse(list)
/** Where something listens, here or next door. */
const real = [OWN, '127.0.0.1', '::1', ...targets.filter(canBePlaced)]

const arrived: string[] = []
const watch = new Watch()
const neighbour = await settle()
await listenHere()
await using relay = kind === 'coturn' ? await openCoturn() : await openOwn()

await reachStraight()
const straight = arrived.splice(0)
const said: Record<string, readonly [number, number]> = {}
const ofV4 = targets.filter(isIPv4)
const ofV6 = targets.filter(address => !isIPv4(address))
if (kind === 'coturn') {
  await tryThrough(CONTROL, ofV4)
  await tryThrough(CONTROL_V6, ofV6, [types.family, number32(2 << 24)])
} else await tryThrough(CONTROL, targets)
const through = [...arrived]
console.log(JSON.stringify({ said, straight, through, met: await meet() } satisfies Tried))
neighbour.kill()
await relay[Symbol.asyncDispose]()
process.exit()

function note(data: Buffer): void {
  arrived.push(...data.toString().split('\n').filter(Boolean))
  watch.happened()
}

function hears(text: string) {
  return watch.until(
    () => arrived.find(each => each === text),
    () => `${text} did not arrive`,
  )
}

/** Not what every machine has for itself, nor what goes to many. */
function canBePlaced(address: string): boolean {
  return !/^(0|127|22[4-9]|2[345]\d)\.|^(::|ff|fe[89ab])/.test(address) && address !== OWN
}

/** A cable to next door, and all addresses there that can be put there. */
async function settle() {
  const ip = (...words: string[]) => execFileSync('ip', words)
  ip('link', 'set', 'lo', 'up')
  ip('link', 'add', 'va', 'type', 'veth', 'peer', 'name', 'vb')
  const words = ['-n', process.execPath, join(import.meta.dirname, 'neighbour.ts'), `${PROBE}`]
  const child = spawn('unshare', words, { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdout.on('data', note)
  await once(child.stdout, 'data')
  ip('link', 'set', 'vb', 'netns', `${child.pid}`)
  const there = (...more: string[]) => execFileSync('nsenter', ['-t', `${child.pid}`, '-n', 'ip', ...more])
  for (const device of ['lo', 'vb']) there('link', 'set', device, 'up')
  ip('link', 'set', 'va', 'up')
  ip('addr', 'add', `${OWN}/24`, 'dev', 'va')
  ip('addr', 'add', `${OWN_V6}/64`, 'dev', 'va', 'nodad')
  there('addr', 'add', `${CONTROL}/24`, 'dev', 'vb')
  there('addr', 'add', `${CONTROL_V6}/64`, 'dev', 'vb', 'nodad')
  ip('route', 'add', 'default', 'via', CONTROL)
  ip('-6', 'route', 'add', 'default', 'via', CONTROL_V6)
  for (const address of targets.filter(canBePlaced))
    there(
      'addr',
      'add',
      `${address}/${isIPv4(address) ? 32 : 128}`,
      'dev',
      'lo',
      ...(isIPv4(address) ? [] : ['nodad']),
    )
  arrived.length = 0
  return child
}

/** At every address of this machine, outside the relay's ports. */
async function listenHere(): Promise<void> {
  for (const type of ['udp4', 'udp6'] as const) {
    const socket = createSocket({ type, ipv6Only: type === 'udp6' })
    socket.on('message', note)
    await once(socket.bind(PROBE), 'listening')
  }
}

async function openOwn() {
  const ground = { clock, log: makeLog('error'), host: '0.0.0.0', address: OWN, ports }
  const own = await Relay.open(ground, PORT, SECRET)
  return { [Symbol.asyncDispose]: async () => own.close() }
}

function openCoturn(): Promise<Coturn> {
  return Coturn.open({ address: OWN, port: PORT, ports, more: ['-E', OWN_V6] })
}

/** What listens hears, when nobody stands between. */
async function reachStraight(): Promise<void> {
  const sockets = { 4: createSocket('udp4'), 6: createSocket('udp6') }
  for (const address of real) {
    const say = () => sockets[isIPv4(address) ? 4 : 6].send(address, PROBE, address)
    const asked = setInterval(say, 50)
    await hears(address).finally(() => clearInterval(asked))
  }
  for (const socket of Object.values(sockets)) socket.close()
}

async function clientFor(who: string): Promise<TurnClient> {
  const credential = new Credentials(SECRET).give(who, Date.now() + 60_000)
  return TurnClient.open({ address: OWN, port: PORT }, credential, OWN)
}

/** Asks for leave, does not wait for it to be given, and ends where one may go, so that all before it has arrived. */
async function tryThrough(
  control: string,
  addresses: readonly string[],
  ...family: Attribute[]
): Promise<void> {
  await using client = await clientFor('ann')
  await client.allocate(...family)
  let channel = 0x4000
  for (const address of addresses) {
    const peer = { address, port: PROBE }
    said[address] = [await client.permit(address), await client.bind(++channel, peer)]
    client.send(peer, address)
    client.sendThrough(channel, address)
  }
  await client.permit(control)
  client.send({ address: control, port: PROBE }, control)
  await hears(control)
  await client.hears(`answer to ${control}`)
}

async function meet(): Promise<boolean> {
  await using ann = await clientFor('ann')
  await using ben = await clientFor('ben')
  const [atAnn, atBen] = [await ann.allocate(), await ben.allocate()]
  await ann.permit(OWN)
  await ben.permit(OWN)
  ann.send(atBen, 'from Ann')
  ben.send(atAnn, 'from Ben')
  await Promise.all([ben.hears('from Ann'), ann.hears('from Ben')])
  return true
}
