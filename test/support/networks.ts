// A small world of networks of its own: two homes, and between them the net, in which the server is.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The third part of the address says whose network it is. */
const homes = { ann: 11, ben: 21 } as const
export type Home = keyof typeof homes
const HOMES = Object.keys(homes) as Home[]

export const SERVER = '10.99.0.1'

export class Networks {
  readonly #name = `presence-${process.pid}`
  readonly #folder = mkdtempSync(join(tmpdir(), 'presence-net-'))
  /** The last part of the address that it has now. */
  readonly #host: Record<Home, number> = { ann: 2, ben: 2 }

  static open(): Networks {
    const networks = new Networks()
    networks.#make('net')
    networks.#ip('net', `address add ${SERVER}/32 dev lo`)
    networks.reachEachOther(true)
    for (const home of HOMES) networks.#connect(home)
    return networks
  }

  /** What stands before a command so that it runs there. */
  inside(where: Home | 'net'): string[] {
    return ['ip', 'netns', 'exec', this.#in(where)]
  }

  /** A program that runs there, for who starts programs by their path. */
  programIn(where: Home, path: string): string {
    const file = join(this.#folder, where)
    writeFileSync(file, `#!/bin/sh\nexec ${this.inside(where).join(' ')} ${path} "$@"\n`, { mode: 0o700 })
    return file
  }

  /** As when a laptop goes from one network to another: there is another address now, on the only way out. */
  changeAddress(home: Home): void {
    this.#ip(home, 'address flush dev eth0 scope global')
    this.#host[home]++
    this.#address(home)
  }

  unplug(home: Home): void {
    this.#ip('net', `link set ${home} down`)
  }

  plug(home: Home): void {
    this.#ip('net', `link set ${home} up`)
    // The server answers as who was asked, whatever its other addresses.
    this.#ip('net', `route replace 10.${homes[home]}.0.0/24 dev ${home} src ${SERVER}`)
  }

  /** Otherwise both reach the server, and nothing else. */
  reachEachOther(yes: boolean): void {
    this.#run('net', 'sh', '-c', `echo ${yes ? 1 : 0} > /proc/sys/net/ipv4/ip_forward`)
  }

  [Symbol.dispose](): void {
    for (const where of ['net', ...HOMES] as const) execFileSync('ip', ['netns', 'delete', this.#in(where)])
    rmSync(this.#folder, { recursive: true })
  }

  #connect(home: Home): void {
    this.#make(home)
    const [here, there] = [this.#in(home), this.#in('net')]
    const peer = ['type', 'veth', 'peer', 'name', 'eth0', 'netns', here]
    execFileSync('ip', ['link', 'add', home, 'netns', there, ...peer])
    this.#ip('net', `address add 10.${homes[home]}.0.1/24 dev ${home}`)
    this.plug(home)
    this.#ip(home, 'link set eth0 up')
    this.#address(home)
  }

  #address(home: Home): void {
    const network = `10.${homes[home]}.0`
    this.#ip(home, `address add ${network}.${this.#host[home]}/24 dev eth0`)
    this.#ip(home, `route replace default via ${network}.1`)
  }

  #make(where: Home | 'net'): void {
    execFileSync('ip', ['netns', 'add', this.#in(where)])
    this.#ip(where, 'link set lo up')
  }

  #in(where: Home | 'net'): string {
    return `${this.#name}-${where}`
  }

  #ip(where: Home | 'net', words: string): void {
    execFileSync('ip', ['-n', this.#in(where), ...words.split(' ')])
  }

  #run(where: Home | 'net', ...command: string[]): void {
    const [program = '', ...args] = [...this.inside(where), ...command]
    execFileSync(program, args)
  }
}
