// Hiding one's address: what leaves a page that must not tell it.
import { expect, test } from 'vitest'
import { hidden } from '../../client/call/hiding.ts'

const HOST = 'candidate:1 1 udp 2122260223 192.168.1.7 50000 typ host generation 0'
const REFLEXIVE = 'candidate:2 1 udp 1686052607 203.0.113.5 50000 typ srflx raddr 192.168.1.7 rport 50000'
const RELAY =
  'candidate:3 1 udp 41885439 198.51.100.9 28001 typ relay raddr 203.0.113.5 rport 50000 generation 0'
const HIDDEN = 'candidate:3 1 udp 41885439 198.51.100.9 28001 typ relay raddr 0.0.0.0 rport 0 generation 0'

const candidate = (candidate: string) => ({ candidate: { candidate, sdpMid: '0', sdpMLineIndex: 0 } })

test.each<[string, string, string | undefined]>([
  ['one of this machine', HOST, undefined],
  ['one that a server has told', REFLEXIVE, undefined],
  ['one of a relay, without where it was asked for', RELAY, HIDDEN],
  ['one that only looks like it', HOST.replace('generation', 'ufrag typ-relay generation'), undefined],
  ['the end of a part', '', ''],
])('%s', (_what, found, left) => {
  expect(hidden(candidate(found))).toEqual(left === undefined ? undefined : candidate(left))
})

test('the end of all is said as it is', () => {
  expect(hidden({ candidate: null })).toEqual({ candidate: null })
})

test('of a description stays all but the candidates, and of those what relays have', () => {
  const sdp = (...lines: string[]) => ({
    description: {
      type: 'offer' as const,
      number: 2,
      sdp: ['v=0', 'm=audio 9 X', ...lines, 'a=mid:0', ''].join('\r\n'),
    },
  })
  expect(hidden(sdp(`a=${HOST}`, `a=${REFLEXIVE}`, `a=${RELAY}`))).toEqual(sdp(`a=${HIDDEN}`))
  expect(hidden(sdp())).toEqual(sdp())
  const told = ['c=IN IP4 192.168.1.7', 'a=rtcp:9 IN IP6 fd00::7', 'a=rtcp-mux']
  expect(hidden(sdp(...told))).toEqual(sdp('c=IN IP4 0.0.0.0', 'a=rtcp:9 IN IP4 0.0.0.0', 'a=rtcp-mux'))
})
