// The server as a process: what it prints, how it ends, and what it says when it cannot start.
import { rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Child, run } from './support/child.ts'
import { Person } from './support/person.ts'
import { type Running, start, temporaryFolder } from './support/start.ts'

// Processes take their time to start on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

let data: string
let env: Record<string, string>
beforeEach(() => {
  data = temporaryFolder()
  env = { PRESENCE_DATA: data, PRESENCE_PORT: '0', PRESENCE_TCP_PORT: '0' }
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

test.each(['SIGTERM', 'SIGINT'] as const)(
  '[SE12] on %s it says when to return, and ends well',
  async signal => {
    await using child = new Child('server/main.ts', [], env)
    const link = await child.says(/^Presence is ready: (.*)\n/)
    const { origin, port } = new URL(link)
    expect((await fetch(`${origin}/readyz`)).status).toBe(200)
    const tcpPort = Number(child.err.match(/"tcpPort":(\d+)/)?.[1])
    const server = {
      url: origin,
      port: Number(port),
      tcpPort,
      socketPath: join(data, 'presence.sock'),
    } as Running
    const people = await Promise.all(
      (['socket.io', 'websocket', 'tcp', 'unix'] as const).map(transport =>
        Person.come(server, { transport }),
      ),
    )
    const begun = performance.now()
    child.kill(signal)
    for (const person of people) {
      const { returnIn } = await person.hears('server.closing')
      expect(returnIn).toBeGreaterThanOrEqual(500)
      await person.isClosed()
      expect(person.heard.at(-1)).toMatchObject({ type: 'refused', code: 'server.closing', retry: true })
    }
    expect((await child.ended()).code).toBe(0)
    expect(performance.now() - begun).toBeLessThan(3000)
    expect(child.out).toBe(`Presence is ready: ${link}\n`)
  },
)

test('its log is lines of JSON on stderr, without tokens, texts and names', async () => {
  await using child = new Child('server/main.ts', [], env)
  const link = await child.says(/^Presence is ready: (.*)\n/)
  const server = { url: new URL(link).origin } as Running
  const ann = await Person.come(server, { name: 'Annabella' })
  const room = await ann.startRoom('Topsecret')
  await ann.say(room.id, 'Whispered')
  const { resume } = ann.welcome
  child.kill('SIGTERM')
  const { err } = await child.ended()
  for (const line of err.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg')
  for (const hidden of ['Annabella', 'Topsecret', 'Whispered', resume, room.link, room.host, link])
    expect(err).not.toContain(hidden)
})

test.each(['PRESENCE_PORT', 'PRESENCE_TCP_PORT'])('a taken %s is told in a sentence', async name => {
  const other = createServer()
  await new Promise<void>(done => other.listen(0, '127.0.0.1', done))
  const { port } = other.address() as { port: number }
  const { code, out, err } = await run('server/main.ts', [], { ...env, [name]: String(port) })
  other.close()
  expect([code, out]).toEqual([1, ''])
  expect(sentences(err)).toEqual([
    `Port ${port} is taken, perhaps by another Presence. Stop that, or choose another with PRESENCE_PORT or PRESENCE_TCP_PORT.`,
  ])
})

test('an unknown option, and an unknown setting, are told in a sentence', async () => {
  const [option, setting] = await Promise.all([
    run('server/main.ts', ['--wan'], env),
    run('server/main.ts', [], { ...env, PRESENCE_PROT: '1' }),
  ])
  expect(option).toEqual({ code: 1, out: '', err: '--wan: there is no such option. There is one: --lan\n' })
  expect(setting).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^PRESENCE_PROT: .*PRESENCE_PORT\?\n$/),
  })
})

test('a second server in the same data folder, and a broken key, are told in a sentence', async () => {
  await using server = await start()
  const second = await run('server/main.ts', [], { ...env, PRESENCE_DATA: server.data })
  expect(second.code).toBe(1)
  expect(sentences(second.err)).toMatchObject([
    expect.stringMatching(/^Another Presence is running in this data folder/),
  ])
  writeFileSync(join(data, 'server.key'), 'short')
  const broken = await run('server/main.ts', [], env)
  expect(sentences(broken.err)).toMatchObject([expect.stringMatching(/should hold 32 bytes but holds 5/)])
})

test('an address that is not here, and a certificate that is none, are told in a sentence', async () => {
  const config = join(data, 'config.ts')
  writeFileSync(config, `export default { web: { certificate: { cert: '${config}', key: '/nowhere' } } }`)
  const [address, certificate] = await Promise.all([
    run('server/main.ts', [], { ...env, PRESENCE_HOST: '192.0.2.1' }),
    run('server/main.ts', [], { ...env, PRESENCE_CONFIG: config, PRESENCE_DATA: join(data, 'other') }),
  ])
  expect(sentences(address.err)).toMatchObject([
    expect.stringMatching(/^This machine cannot listen there: .*PRESENCE_HOST/),
  ])
  expect(sentences(certificate.err)).toMatchObject([
    expect.stringMatching(/^web\.certificate cannot be used: .*nowhere/),
  ])
})

/** What it says besides its log, line by line: no stack among it. */
const sentences = (err: string) => err.split('\n').filter(line => line !== '' && !line.startsWith('{'))
