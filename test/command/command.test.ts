// The `presence` command beside a running server, and without one.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { environmentOf, presence, run } from '../support/child.ts'
import { Person } from '../support/person.ts'
import { type Running, start, temporaryFolder } from '../support/start.ts'

// Processes take their time to start on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

let server: Running
const nowhere = temporaryFolder()
beforeAll(async () => {
  server = await start()
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  rmSync(nowhere, { recursive: true })
})

test('status and room list say what is there, in lines and as JSON', async () => {
  const ann = await Person.come(server, { name: 'Ann' })
  const [status, none] = await Promise.all([presence(server, 'status'), presence(server, 'room', 'list')])
  expect(status).toMatchObject({ code: 0, err: '' })
  expect(status.out).toContain(`address   ${server.url}\n`)
  expect(none.out).toBe('No room is open.\n')
  const { id } = await ann.startRoom('Plans')
  const [json, rooms, asJson] = await Promise.all([
    presence(server, 'status', '--json'),
    presence(server, 'room', 'list'),
    presence(server, 'room', 'list', '--json'),
  ])
  expect(JSON.parse(json.out)).toMatchObject({ url: server.url, rooms: 1 })
  expect(rooms.out).toBe(`${id}     1  Plans\n`)
  expect(JSON.parse(asJson.out)).toMatchObject([{ room: id, topic: 'Plans', count: 1 }])
})

test('[HE7] the link of user owner-link signs its reader in', async () => {
  const { out, code } = await presence(server, 'user', 'owner-link')
  const [, url, owner] = out.match(/^(.*)\/#owner=([\w-]+)\n$/) ?? []
  expect([code, url]).toEqual([0, server.url])
  const { welcome } = await Person.come(server, { owner: owner as never })
  expect(welcome).toMatchObject({ kind: 'account', mayCreate: true })
})

test("[HE8] key hash prints a key, and a line that works in the config, whatever the program's name", async () => {
  const name = "the bot's \\ \u{1f916}"
  const { out, code } = await presence(server, 'key', 'hash', name, 'create', 'read')
  const [, key = '', line] =
    out.match(/^The key, shown this once:\n {2}(\S+)\n\nFor serviceKeys in the config:\n {2}(.*)\n$/) ?? []
  expect(code).toBe(0)
  expect(line).not.toContain(key)
  const file = join(nowhere, 'config.ts')
  writeFileSync(file, `export default { serviceKeys: [\n  ${line}\n] }\n`)
  const { default: config } = await import(file)
  await using other = await start(config)
  const { welcome } = await Person.come(other, { service: name, key, transport: 'tcp' })
  expect(welcome).toMatchObject({ kind: 'service', name, mayCreate: true })
})

test('config check says whether the settings are right', async () => {
  const right = await presence(server, 'config', 'check')
  expect(right).toEqual({ code: 0, out: 'The settings are right.\n', err: '' })
  const wrong = await run('server/command/main.ts', ['config', 'check'], { PRESENCE_PORT: 'x' })
  expect(wrong).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^PRESENCE_PORT: .*\n$/) })
})

test.each([
  [['rooms'], /^presence rooms: there is no such command\.\n\npresence COMMAND\n {2}status/],
  [[], /^presence COMMAND\n {2}status/],
  [['room'], /there is no such command/],
  [['key', 'hash', 'bot'], /^Give a name and at least one scope/],
  [['key', 'hash', 'bot', 'all'], /^all: there is no such scope\. There are: create/],
])('presence %j is explained', async (words, sentence) => {
  const { code, out, err } = await presence(server, ...words)
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(sentence)
  expect(err).not.toContain('    at ')
})

test('without a server it says so, in a sentence', async () => {
  const { code, err } = await presence({ data: nowhere }, 'status')
  expect(code).toBe(1)
  expect(err).toBe(
    `No Presence is running with this data folder (${join(nowhere, 'presence.sock')}). Start it, or set PRESENCE_DATA.\n`,
  )
})

test('relay config prints settings for coturn with the secret that both know, or says what is missing', async () => {
  const words = ['relay', 'config', 'turn.example.org', '/cert.pem', '/key.pem']
  const env = { PRESENCE_RELAY_URLS: 'turn:turn.example.org', PRESENCE_RELAY_SECRET: 'sixteen letters!' }
  const place = { ...environmentOf({ data: nowhere }), ...env }
  const { code, out } = await run('server/command/main.ts', words, place)
  expect(code).toBe(0)
  for (const line of [
    ...['use-auth-secret', 'static-auth-secret=sixteen letters!', 'realm=turn.example.org', 'cert=/cert.pem'],
    ...['pkey=/key.pem', 'denied-peer-ip=169.254.0.0-169.254.255.255', 'no-tcp-relay'],
  ])
    expect(out.split('\n')).toContain(line)
  const [without, half, strange] = await Promise.all([
    presence({ data: nowhere }, 'relay', 'config', 'turn.example.org'),
    run('server/command/main.ts', words.slice(0, 4), place),
    run('server/command/main.ts', ['relay', 'config', 'a\nno-auth'], place),
  ])
  expect(without).toMatchObject({ code: 1, err: expect.stringContaining('Set relay.urls and relay.secret') })
  expect(half).toMatchObject({ code: 1, err: expect.stringContaining('relay config NAME [CERT KEY]') })
  expect(strange).toMatchObject({ code: 1, err: expect.stringContaining('is not a name') })
})
