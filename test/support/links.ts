// What a link holds: in its path who may come in, in its fragment who one is.
import type { InviteToken, Sealed } from '#protocol/id.ts'

export const inviteIn = (link: string) => link.slice(link.indexOf('/i/') + '/i/'.length) as InviteToken

export const tokenIn = (link: string) => link.slice(link.indexOf('=') + 1) as Sealed
