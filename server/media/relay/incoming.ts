// A message as it comes from outside, read within bounds. node-turn's own reading stops for half a second at one
// datagram that is full of checksums, from anybody, and throws at every attribute that it does not know.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'
import Attribute from 'node-turn/lib/attribute.js'
import Message from 'node-turn/lib/message.js'

/** No packet of a call is longer. */
export const MOST_BYTES = 2048
const MOST_ATTRIBUTES = 32
const HEADER = 20
const MAGIC = 0x2112a442
const CRC_MASK = 0x5354554e

const INTEGRITY = 0x0008
const PEER = 0x0012
const FINGERPRINT = 0x8028
const FAMILY = 0x0017
const EVEN_PORT = 0x0018
/** From here on what is not known is passed over (RFC 8489, 14). */
const OPTIONAL = 0x8000

/** What node-turn reads well, and how long it may be. */
const lengths = new Map<number, readonly number[] | 'any'>([
  [0x0006, 'any'], // username
  [INTEGRITY, [20]],
  [0x000c, [4]], // channel-number
  [0x000d, [4]], // lifetime
  [PEER, [8, 20]],
  [0x0013, 'any'], // data
  [0x0014, 'any'], // realm
  [0x0015, 'any'], // nonce
  [0x0019, [4]], // requested-transport
])

type Passwords = (username: string) => string | undefined

export class Incoming extends Message {
  /** An attribute that may not be passed over and that we do not know. */
  unknown: number | undefined
  /** The family that the relayed address shall have. */
  family = 1
  /** Whether the port shall be even. */
  even = false
  #signed = false

  /** False: it is nothing that gets an answer. */
  take(bytes: Buffer, realm: string, passwords: Passwords): boolean {
    if (!this.#takeHeader(bytes)) return false
    for (let at = HEADER, count = 0; at < bytes.length; count++) {
      const end = at + 4 + (at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : Number.POSITIVE_INFINITY)
      if (end > bytes.length || count >= MOST_ATTRIBUTES) return false
      if (!this.#takeAttribute(bytes, at, end)) return false
      if (bytes.readUInt16BE(at) === INTEGRITY) this.#verify(bytes, at, realm, passwords)
      at = end + ((4 - (end % 4)) % 4)
    }
    return true
  }

  #takeHeader(bytes: Buffer): boolean {
    if (bytes.length < HEADER || bytes.length > MOST_BYTES || bytes.length % 4 !== 0) return false
    if (bytes.readUInt16BE(2) !== bytes.length - HEADER || bytes.readUInt32BE(4) !== MAGIC) return false
    const type = bytes.readUInt16BE(0)
    // The bits of the two lie between one another (RFC 8489, 5).
    this.class = ((type >> 7) & 2) | ((type >> 4) & 1)
    this.method = (type & 0xf) | ((type >> 1) & 0x70) | ((type >> 2) & 0xf80)
    this.transactionID = bytes.toString('hex', 8, HEADER)
    return true
  }

  /** Whoever is on the way may add something after the signature: none of it counts, but for the checksum. */
  #takeAttribute(bytes: Buffer, at: number, end: number): boolean {
    const type = bytes.readUInt16BE(at)
    const length = end - at - 4
    if (type === FINGERPRINT) return this.#checksum(bytes, at, length)
    if (this.#signed || type >= OPTIONAL) return true
    const allowed = lengths.get(type)
    if (type === FAMILY && length === 4) this.family = bytes.readUInt8(at + 4)
    // Without the bit that wants the next one too.
    else if (type === EVEN_PORT && length === 1 && bytes.readUInt8(at + 4) < 0x80) this.even = true
    else if (!allowed) this.unknown ??= type
    else if (allowed !== 'any' && !allowed.includes(length)) return false
    else if (type === PEER && bytes.readUInt8(at + 5) !== (length === 8 ? 1 : 2)) return false
    else this.#keep(bytes.subarray(at, end))
    return true
  }

  #keep(bytes: Buffer): void {
    const attribute = new Attribute(this)
    attribute.read(bytes)
    this.attributes.push(attribute)
  }

  #checksum(bytes: Buffer, at: number, length: number): boolean {
    this.useFingerprint = true
    const right = (crc32(bytes.subarray(0, at)) ^ CRC_MASK) >>> 0
    return length === 4 && at + 8 === bytes.length && bytes.readUInt32BE(at + 4) === right
  }

  /** node-turn takes a signature for good unless its value is false. */
  #verify(bytes: Buffer, at: number, realm: string, passwords: Passwords): void {
    if (this.#signed) return
    this.#signed = true
    const username = this.getAttribute('username') ?? ''
    const password = passwords(username)
    const signature = this.attributes.at(-1)
    if (!signature || (password && isSigned(bytes, at, `${username}:${realm}:${password}`))) return
    signature.value = false
  }
}

function isSigned(bytes: Buffer, at: number, secret: string): boolean {
  const key = createHash('md5').update(secret).digest()
  // Signed is what stands before it, with the length that the message has up to its end (RFC 8489, 14.5).
  const before = Buffer.from(bytes.subarray(0, at))
  before.writeUInt16BE(at + 24 - HEADER, 2)
  const right = createHmac('sha1', key).update(before).digest()
  return timingSafeEqual(right, bytes.subarray(at + 4, at + 24))
}
