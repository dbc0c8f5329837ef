// How good a picture goes to whom, and how a link is read from what a browser counts.
import { expect, test } from 'vitest'
import { counted, type Entry, measured, strengthOf } from '../../client/call/measured.ts'
import { beatIn } from '../../client/call/pulse.ts'
import {
  type Need,
  pictureFor,
  roomIn,
  shareFor,
  shownAs,
  strained,
  unstrained,
} from '../../client/call/quality.ts'
import { linesOf } from '../../client/call/report.ts'

const alone: Need = { quality: 'high', others: 1, shown: 1280, room: undefined, worse: 0 }

test.each<[string, Partial<Need>, number | undefined]>([
  ['to one other, who shows it large', {}, 1280],
  ['to one who has not said how large', { shown: undefined }, 1280],
  ['to one with a larger screen than any picture', { shown: 3840 }, 1280],
  ['in a tile', { shown: 500 }, 640],
  ['in a small tile', { shown: 320 }, 320],
  ['in a tiny tile', { shown: 60 }, 160],
  ['where it is not shown', { shown: 0 }, undefined],
  ['to three others', { others: 3 }, 640],
  ['to five', { others: 5 }, 480],
  ['to eight', { others: 8 }, 320],
  ['to twenty', { others: 20 }, 160],
  ['to twenty in tiny tiles', { others: 20, shown: 100 }, 160],
  ['of normal quality', { quality: 'normal' }, 640],
  ['of low quality', { quality: 'low' }, 320],
  ['when he wants only sound', { quality: 'sound' }, undefined],
  ['over a link for half of it', { room: 900 }, 640],
  ['over a narrow link', { room: 200 }, 320],
  ['over a very narrow link the sound comes first', { room: 40 }, undefined],
  ['a step down when it gets lost', { worse: 1 }, 960],
  ['all steps down the camera goes off last', { worse: 6 }, 160],
  ['and then it does', { worse: 7 }, undefined],
  ['a step down from what fits a tile', { shown: 320, worse: 1 }, 240],
])('%s', (_what, need, width) => {
  expect(pictureFor({ ...alone, ...need })?.width).toBe(width)
})

test('a picture is never worse for more room, larger tiles, fewer others or more wanted', () => {
  const width = (need: Partial<Need>) => pictureFor({ ...alone, ...need })?.width ?? 0
  const rises = (values: readonly number[]) =>
    expect(values).toEqual([...values].sort((one, other) => one - other))
  rises([10, 60, 120, 200, 400, 700, 1200, 9000].map(room => width({ room })))
  rises([1, 160, 161, 240, 500, 641, 1000, 5000].map(shown => width({ shown })))
  rises([40, 9, 8, 6, 5, 4, 3, 2, 1].map(others => width({ others })))
  rises((['sound', 'low', 'normal', 'high'] as const).map(quality => width({ quality })))
})

test('what is shared stays sharp, comes seldom over a narrow link, and not at all where it is not shown', () => {
  expect(shareFor({ shown: 1000, room: undefined })).toEqual({ width: 1920, fps: 15, kbps: 2500 })
  expect(shareFor({ shown: 1000, room: 300 })).toEqual({ width: 1920, fps: 5, kbps: 300 })
  expect(shareFor({ shown: 1000, room: 1 })?.kbps).toBe(150)
  expect(shareFor({ shown: 0, room: 5000 })).toBe(undefined)
})

test('who wants less is told of smaller tiles', () => {
  expect((['high', 'normal', 'low', 'sound'] as const).map(quality => shownAs(quality, 900))).toEqual([
    900, 640, 320, 0,
  ])
  expect(shownAs('normal', 100)).toBe(100)
})

test('it gets worse at once where much is lost, and better after two good looks', () => {
  const after = (losses: readonly number[]) =>
    losses.reduce((strain, lost) => strained(strain, lost, undefined), unstrained).worse
  expect(after([0.2])).toBe(1)
  expect(after([0.2, 0.2])).toBe(2)
  expect(after([0.2, 0.05, 0.05, 0.05, 0.05])).toBe(1)
  expect(after([0.2, 0])).toBe(1)
  expect(after([0.2, 0, 0])).toBe(0)
  expect(after([0.2, 0, 0.05, 0])).toBe(1)
  expect(after([0, 0, 0, 0, 0, 0])).toBe(0)
  expect(after(Array(50).fill(1))).toBe(7)
})

test('one bad moment does not switch the camera off, two do, and after a while it is tried again', () => {
  const looks: (number | undefined)[] = []
  let strain = unstrained
  for (let look = 0; look < 10; look++) {
    strain = strained(strain, 0, 20)
    looks.push(pictureFor({ ...alone, room: roomIn(strain, 20) })?.width)
  }
  const off = undefined
  expect(looks).toEqual([160, off, off, off, off, off, 160, 160, off, off])
  expect(strained(strain, 0, 2000).narrow).toBe(0)
  expect(roomIn(strained(strain, 0, 2000), 2000)).toBe(2000)
  expect(roomIn(unstrained, undefined)).toBe(undefined)
})

test('what he has lost counts once, however often it is read', () => {
  const again = measured(entries, counted(entries, 3000), counted(entries, 2000))
  expect(again).toMatchObject({ lostHere: 0, lostThere: 0, incoming: 0 })
})

test.each<[unknown, object | undefined]>([
  ['640 0', { shown: { camera: 640, share: 0 }, holdsBack: false }],
  ['0 1920 -', { shown: { camera: 0, share: 1920 }, holdsBack: true }],
  ['', undefined],
  ['640', undefined],
  ['-1 5', undefined],
  ['999999 1', undefined],
  ['1e3 1', undefined],
  [new ArrayBuffer(4), undefined],
])('a beat that says %j', (said, heard) => {
  expect(beatIn(said)).toEqual(heard)
})

/** As Chromium tells it; the numbers after a second. */
const entries: readonly Entry[] = [
  { id: 'T', type: 'transport', selectedCandidatePairId: 'P2' },
  { id: 'P1', type: 'candidate-pair', bytesSent: 1000, bytesReceived: 0, currentRoundTripTime: 9 },
  {
    ...{ id: 'P2', type: 'candidate-pair', localCandidateId: 'L', remoteCandidateId: 'R' },
    ...{ bytesSent: 126_000, bytesReceived: 251_000, currentRoundTripTime: 0.042 },
    availableOutgoingBitrate: 1_500_000,
  },
  { id: 'L', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
  { id: 'R', type: 'remote-candidate', candidateType: 'srflx', protocol: 'udp' },
  { id: 'A', type: 'inbound-rtp', packetsReceived: 140, packetsLost: 10 },
  { id: 'V', type: 'inbound-rtp', packetsReceived: 50, packetsLost: 0 },
  { id: 'S', type: 'outbound-rtp', packetsSent: 300 },
  { id: 'O', type: 'remote-inbound-rtp', packetsLost: 15 },
]
const before = { at: 1000, sent: 2000, received: 1000, arrived: 0, lost: 0, gone: 100, goneLost: 5 }
const read = (all: readonly Entry[]) => measured(all, counted(all, 2000), before)

test('a link is read from what Chromium counts', () => {
  expect(read(entries)).toEqual({
    ...{ route: 'direct', protocol: 'udp', delay: 42, lostHere: 0.05, lostThere: 0.05 },
    ...{ incoming: 2000, outgoing: 1000, room: 1500 },
  })
})

test('it is relayed when either end is, and Firefox marks the pair and guesses nothing', () => {
  const marked = [
    { id: 'P', type: 'candidate-pair', selected: true, localCandidateId: 'L', remoteCandidateId: 'R' },
    { id: 'L', type: 'local-candidate', candidateType: 'relay', relayProtocol: 'tls', protocol: 'udp' },
    { id: 'R', type: 'remote-candidate', candidateType: 'host' },
  ]
  expect(read(marked)).toMatchObject({ route: 'relayed', protocol: 'tls', delay: undefined, room: undefined })
  const other = marked.map(entry => (entry.id === 'L' ? { ...entry, candidateType: 'host' } : entry))
  expect(read(other).route).toBe('direct')
  const there = other.map(entry => (entry.id === 'R' ? { ...entry, candidateType: 'relay' } : entry))
  expect(read(there).route).toBe('relayed')
})

test('before anything is connected nothing is claimed', () => {
  expect(read([])).toMatchObject({ route: undefined, delay: undefined, lostHere: 0, lostThere: 0 })
  expect(linesOf('connecting', undefined, { camera: undefined, share: undefined })).toEqual([
    'link: connecting',
  ])
})

test.each<[object, string]>([
  [{}, 'good'],
  [{ delay: 300 }, 'fair'],
  [{ lostHere: 0.05 }, 'fair'],
  [{ delay: 700 }, 'poor'],
  [{ lostThere: 0.2 }, 'poor'],
])('a link with %o is %s', (part, strength) => {
  const well = { ...read(entries), lostHere: 0, lostThere: 0 }
  expect(strengthOf({ ...well, ...part })).toBe(strength)
})

test('a link in words', () => {
  const camera = { width: 640, fps: 25, kbps: 600 }
  expect(linesOf('connected', read(entries), { camera, share: undefined })).toEqual([
    'link: connected, direct over udp',
    'round trip: 42 ms',
    'lost: 5.0 % in, 5.0 % out',
    'rate: 2000 kbit/s in, 1000 kbit/s out, 1500 would fit',
    'sent: camera up to 640 wide, 25/s, 600 kbit/s, share none',
  ])
})
