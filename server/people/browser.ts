// A guest. With a browser key he is the same guest every time he comes, here and on no other server.
import { randomBytes } from 'node:crypto'
import type { Seal } from '../base/seal.ts'
import { personIdFrom } from './person.ts'
import type { SignIn } from './sign-in.ts'

export const guestSignIn = (seal: Seal): SignIn => ({
  meet(hello) {
    const digest = hello.browser ? seal.digest('browser', hello.browser) : randomBytes(32)
    const name = hello.name ?? 'Guest'
    return { id: personIdFrom(digest), kind: 'guest', name, trusted: false, scopes: [] }
  },
  again: person => person,
})
