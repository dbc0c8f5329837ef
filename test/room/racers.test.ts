// Invites of rooms without a name, under racers.
import { afterAll, beforeAll } from 'vitest'
import { racersContract } from '../contract/racers.ts'
import { roomy } from '../support/limits.ts'
import { type Running, start } from '../support/start.ts'
import { home } from '../support/two.ts'

let server: Running
beforeAll(async () => {
  server = await start(roomy)
})
afterAll(() => server[Symbol.asyncDispose]())

racersContract(() => server, home)
