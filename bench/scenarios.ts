// The table of what is measured, and which figure is good enough.
import type { Scenario } from './scenario.ts'

const CROWD = 2000
const connect = { kind: 'connect', count: CROWD, atOnce: 64, perRoom: 10 } as const
const idle = { ...connect, kind: 'idle' } as const
const burst = { kind: 'burst', members: 200, senders: 8, messages: 800 } as const

const durable = { kind: 'durable', perSecond: 5000, perPerson: 50, count: 15_000 } as const
const kept = {
  ours: { server: 'presence', dialect: 'presence over /ws' },
  yardstick: { server: 'bare loop', dialect: 'bare loop' },
} as const

const onPage = { server: 'presence', dialect: 'presence in a browser' } as const

export const scenarios: readonly Scenario[] = [
  {
    name: 'connect',
    about: 'connect, say hello, join a room, 64 at once; against bare Socket.IO',
    ours: { server: 'presence', dialect: 'presence over Socket.IO' },
    yardstick: { server: 'bare Socket.IO', dialect: 'bare Socket.IO' },
    job: connect,
    figure: 'CPU ms/connect',
    bar: { ratio: 2.5 },
  },
  {
    name: 'idle',
    about: 'a silent Socket.IO connection in a room of ten; against bare Socket.IO',
    ours: { server: 'presence', dialect: 'presence over Socket.IO' },
    yardstick: { server: 'bare Socket.IO', dialect: 'bare Socket.IO' },
    job: idle,
    figure: 'KB/connection',
    bar: { most: 32 },
  },
  {
    name: 'idle-raw',
    about: 'a silent WebSocket in a room of ten; against bare ws',
    ours: { server: 'presence', dialect: 'presence over /ws' },
    yardstick: { server: 'bare ws', dialect: 'bare ws' },
    job: idle,
    figure: 'KB/connection',
    bar: { most: 16 },
  },
  {
    name: 'burst',
    about: '8 people talk as fast as they are heard in a room of 200, by Socket.IO; against bare ws',
    ours: { server: 'presence', dialect: 'presence over Socket.IO' },
    yardstick: { server: 'bare ws', dialect: 'bare ws' },
    job: burst,
    figure: 'CPU us/delivery',
    bar: { ratio: 1.3 },
  },
  {
    name: 'burst-raw',
    about: 'the same by /ws; against bare ws',
    ours: { server: 'presence', dialect: 'presence over /ws' },
    yardstick: { server: 'bare ws', dialect: 'bare ws' },
    job: burst,
    figure: 'CPU us/delivery',
    bar: { ratio: 1.3 },
  },
  {
    name: 'durable',
    about: '5,000 messages a second in named rooms; against a bare loop of INSERTs on the same PostgreSQL',
    ...kept,
    job: durable,
    figure: 'CPU us/message',
    bar: { ratio: 2 },
  },
  {
    name: 'durable-p50',
    about: 'how long the usual message among them takes to be acknowledged',
    ...kept,
    job: durable,
    figure: 'ms at p50',
    bar: { most: 2 },
  },
  {
    name: 'durable-p99',
    about: 'and the slowest in a hundred',
    ...kept,
    job: durable,
    figure: 'ms at p99',
    bar: { most: 20 },
  },
  {
    name: 'resume',
    about: 'coming back to 100 missed messages of a named room; against reading 100 rows by bare pg',
    ...kept,
    job: { kind: 'resume', count: 500, rows: 100 },
    figure: 'CPU us/resume',
    bar: { ratio: 4 },
  },
  {
    name: 'open',
    about:
      'from opening a link to a room to seeing its talk, in Chromium; against a static page of the same size',
    ours: onPage,
    yardstick: { server: 'bare page', dialect: 'bare page' },
    job: { kind: 'open', count: 10, messages: 50 },
    figure: 'ms at p50',
    bar: { ratio: 2 },
  },
  {
    name: 'crowd',
    about:
      'the longest task of a page on which 50 people say 200 things a second; against one that lists them',
    ours: onPage,
    yardstick: { server: 'bare page', dialect: 'bare list' },
    job: { kind: 'crowd', people: 50, perSecond: 200, seconds: 10 },
    figure: 'CPU ms at most',
    bar: { most: 100 },
  },
]
