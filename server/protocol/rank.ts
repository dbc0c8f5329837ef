// Who stands above whom in a room. Free of zod, because the page asks it too.
import type { Role } from './room.ts'

const ranks: Readonly<Record<Role, number>> = {
  owner: 4,
  admin: 3,
  member: 2,
  guest: 1,
  partner: 1,
  service: 1,
}
export const outranks = (one: Role, other: Role) => ranks[one] > ranks[other]
