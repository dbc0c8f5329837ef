// A UDP socket that never throws and never hoards: what cannot leave soon is lost, as anything may be on its way.
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import type { Log } from '../../base/log.ts'
import type { Place } from './allocation.ts'

const MOST_WAITING = 256 * 1024

export interface Base {
  /** To listen on. */
  readonly host: string
  readonly log: Log
}

export type Heard = (data: Buffer, from: Place) => void

export class Outlet {
  readonly port: number
  readonly #socket: Socket
  #open = true

  private constructor(socket: Socket) {
    this.#socket = socket
    this.port = socket.address().port
    // What could be said of an error is that a packet is lost.
    socket.on('error', () => {})
  }

  /** `exclusive`, else workers of a cluster would share it. */
  static async open({ host, log }: Base, port: number, heard: Heard): Promise<Outlet> {
    const socket = createSocket('udp4')
    try {
      await once(socket.bind({ address: host, port, exclusive: true }), 'listening')
    } catch (error) {
      socket.close()
      throw error
    }
    socket.on('message', (data, from) => {
      // What comes from port 0 cannot be answered.
      if (from.port > 0) attempt(() => heard(data, from), log)
    })
    return new Outlet(socket)
  }

  send(bytes: Buffer, port: number, address: string): void {
    if (!this.#open || port === 0 || this.#socket.getSendQueueSize() > MOST_WAITING) return
    this.#socket.send(bytes, port, address, () => {})
  }

  close(): void {
    if (this.#open) this.#socket.close()
    this.#open = false
  }
}

/** Nobody outside can end the server by a datagram, whatever is wrong with us. */
function attempt(task: () => void, log: Log): void {
  try {
    task()
  } catch (error) {
    log.error({ err: error }, 'the relay could not make use of a datagram')
  }
}
