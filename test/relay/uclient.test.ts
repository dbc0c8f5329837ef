// The relay of our own as somebody else's client finds it: coturn's, which follows the RFC to the letter.
// needs: coturn
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { clock } from '../../server/base/clock.ts'
import { makeLog } from '../../server/base/log.ts'
import { Relay } from '../../server/media/relay/relay.ts'
import { freePorts } from '../media/relay.ts'

const HERE = '127.0.0.1'
const SECRET = 'north'

test.each([
  ['in channels', []],
  ['in messages', ['-s']],
])('two clients send to each other %s, and nothing is lost', async (_, flags) => {
  const ground = { clock, log: makeLog('silent'), host: HERE, address: HERE, ports: await freePorts(20) }
  const relay = await Relay.open(ground, 0, SECRET)
  const words = [
    '-W',
    SECRET,
    '-u',
    'ann',
    '-y',
    '-c',
    '-n',
    '10',
    '-m',
    '4',
    ...flags,
    '-p',
    `${relay.port}`,
    HERE,
  ]
  const { stdout } = await promisify(execFile)('turnutils_uclient', words, { timeout: 30_000 })
  relay.close()
  expect(stdout).toMatch(/tot_send_msgs=40, tot_recv_msgs=40/)
  expect(stdout).toMatch(/Total lost packets 0 /)
})
