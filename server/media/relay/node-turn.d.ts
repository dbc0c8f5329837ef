// What we use of node-turn 0.0.6, which tells no types.

declare module 'node-turn/lib/address.js' {
  export default class Address {
    constructor(address: string, port: number)
    readonly address: string
    readonly port: number
  }
}

declare module 'node-turn/lib/attribute.js' {
  import type Message from 'node-turn/lib/message.js'
  export default class Attribute {
    constructor(message: Message)
    type: number
    value: unknown
    read(bytes: Buffer): void
  }
}

declare module 'node-turn/lib/message.js' {
  import type Turn from 'node-turn'
  import type Address from 'node-turn/lib/address.js'
  import type Attribute from 'node-turn/lib/attribute.js'

  /** Which way a message came, or goes. */
  export interface Transport {
    readonly src: Address
    readonly dst: Address
    readonly socket: { send(bytes: Buffer, port: number, address: string): void }
    revert(): Transport
    get5Tuple(): string
  }

  /** What attributes hold. */
  interface Values {
    username: string
    'xor-peer-address': Address
    'xor-mapped-address': Address
    'xor-relayed-address': Address
    'channel-number': number
    'requested-transport': number
    lifetime: number
    data: Buffer
    realm: string
    nonce: string
    'unknown-attributes': number
    'message-integrity': undefined
  }

  export default class Message {
    constructor(turn: Turn, transport: Transport)
    readonly transport: Transport
    /** Of a message that was read. */
    readonly attributes: Attribute[]
    readonly user: { readonly username: string } | null
    class: number
    method: number
    magicCookie: number
    transactionID: string
    useFingerprint: boolean
    getAttribute<Name extends keyof Values>(name: Name): Values[Name] | undefined
    getAttributes<Name extends keyof Values>(name: Name): Values[Name][]
    addAttribute<Name extends keyof Values>(name: Name, value?: Values[Name]): void
    toBuffer(): Buffer
    /** The answer to this one. */
    reply(): Message
    resolve(): void
    reject(code: number, reason: string): void
  }
}

declare module 'node-turn' {
  import type { EventEmitter } from 'node:events'
  import type Message from 'node-turn/lib/message.js'

  export type Method = 'allocate' | 'refresh' | 'create_permission' | 'channel_bind' | 'send'

  export default class Turn extends EventEmitter<
    { message: [Message] } & Record<Method, [request: Message, reply: Message]>
  > {
    constructor(settings: {
      readonly listeningIps: string[]
      readonly authMech: 'long-term'
      readonly realm: string
      readonly debugLevel: 'OFF'
    })
    readonly realm: string
    /** Whose messages are taken, by their five-tuple. */
    allocations: Record<string, { readonly user: { readonly username: string } }>
    readonly authentification: {
      credentials: Record<string, string | undefined>
      generateNonce(): string
      checkNonce(nonce: string): boolean
    }
  }
}
