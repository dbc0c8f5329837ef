// Where this machine is found on its network.
import { networkInterfaces } from 'node:os'

/** The address that others on this network would use. */
export function lanAddress(interfaces = networkInterfaces()): string | undefined {
  const addresses = Object.values(interfaces).flatMap(list => list ?? [])
  const outside = addresses.filter(({ internal, family }) => !internal && family === 'IPv4')
  const link = ({ address }: { address: string }) => address.startsWith('169.254.')
  return (outside.find(entry => !link(entry)) ?? outside[0])?.address
}
