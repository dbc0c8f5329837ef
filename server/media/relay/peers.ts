// Whom this relay may send to: the world, and who else is on it; nothing that trusts this machine for being near.
import { isIPv4 } from 'node:net'
import { networkInterfaces } from 'node:os'
import { isInside } from '../inside.ts'

export type Verdict = 'allowed' | 'forbidden' | 'unreachable'

/** `own` is the address under which the relay is known. What is sent there never leaves it: see Allocations. */
export function verdictOn(address: string, own: string): Verdict {
  if (address === own) return 'allowed'
  if (isInside(address) || isOfThisMachine(address)) return 'forbidden'
  return isIPv4(address) ? 'allowed' : 'unreachable'
}

/** Asked anew each time: a machine gets and loses addresses while it runs. */
function isOfThisMachine(address: string): boolean {
  const all = Object.values(networkInterfaces()).flatMap(list => list ?? [])
  return all.some(each => each.address === address)
}
