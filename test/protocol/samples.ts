// One right value for every field there is, and from those every wrong message that a rule speaks of.
import { type RequestType, requests } from '#protocol/message.ts'

type Fields = Readonly<Record<string, unknown>>

export const types = Object.keys(requests) as RequestType[]

const room = 'room00000001'
const person = 'person000001'

const values: Fields = {
  ref: 1,
  version: 1,
  name: 'Ann',
  browser: 'the-key-of-anns-browser-0',
  token: 'a.b.c',
  owner: 'sealed',
  service: 'bot',
  key: 'key',
  resume: 'sealed',
  rooms: [{ room, epoch: 'epoch1', seq: 0 }],
  everywhere: true,
  topic: 'Plans',
  room,
  invite: 'invite',
  host: 'sealed',
  locked: true,
  limit: 5,
  person,
  role: 'member',
  text: 'Hello',
  id: 'an-id-of-22-characters',
  uses: 5,
  hours: 24,
  note: 'For Ben',
  people: true,
  guestsInvite: true,
  on: true,
  emoji: '🎉',
  before: 10,
  after: 10,
  around: 10,
  renew: true,
  forGood: true,
  seq: 3,
  reply: 'message00001',
  mentions: { people: [person], groups: ['group0000001'], all: 'here' },
  size: 10,
  files: ['file-of-22-characters-'],
  group: 'group0000001',
  signin: 'sealed',
  about: 'Tea',
  avatar: 'aGVsbG8=',
  past: person,
  liveLocked: true,
  hideAddresses: true,
  mic: true,
  camera: false,
  share: false,
  hand: true,
  relayOnly: true,
  to: 'peer00000001',
  description: { type: 'offer', sdp: 'v=0\r\ns=-\r\n' },
  candidate: null,
  what: 'camera',
  scopes: ['read'],
}

/** Fields that exclude one another: of these a sample holds only what is named here. */
const chosen: Readonly<Partial<Record<RequestType, readonly string[]>>> = {
  hello: ['ref', 'version', 'name', 'browser', 'rooms'],
  'room.join': ['ref', 'room'],
  'knock.ask': ['ref', 'invite'],
  'live.signal': ['ref', 'room', 'to', 'description'],
  'chat.page': ['ref', 'room', 'before'],
  'invite.make': ['ref', 'room', 'uses', 'hours', 'role', 'note'],
}

interface Field {
  safeParse(value: unknown): { success: boolean }
}

export const fieldsOf = (type: RequestType): Readonly<Record<string, Field>> => {
  const { type: _, ...fields } = requests[type][0].shape
  return fields
}

export const isOptional = (field: Field) => field.safeParse(undefined).success

/** A message of this type with as many fields as fit together. */
export function sample(type: RequestType): Record<string, unknown> {
  const names = chosen[type] ?? Object.keys(fieldsOf(type))
  return { type, ...Object.fromEntries(names.map(name => [name, valueFor(name)])) }
}

function valueFor(name: string): unknown {
  if (Object.hasOwn(values, name)) return values[name]
  throw new Error(`${name} is a new field: give it a value in test/protocol/samples.ts`)
}

export interface Wrong {
  readonly what: string
  readonly message: Record<string, unknown>
  readonly code: string
  readonly place?: string
}

/** Everything that can be wrong with a message of this type, each with the answer that it must get. */
export function wrongs(type: RequestType): Wrong[] {
  const right = sample(type)
  const invalid = (what: string, change: Fields, place: string): Wrong => ({
    ...{ what, place, code: 'message.invalid' },
    message: { ...right, ...change },
  })
  const everywhere: Wrong[] = [
    invalid('an extra field', { extra: 1 }, 'extra'),
    invalid('a field called constructor', { constructor: 1 }, 'constructor'),
    { ...invalid('a key of the prototype', {}, '__proto__'), message: withPrototypeKey(right) },
    { what: 'deep', message: { ...right, extra: nested(100) }, code: 'message.deep' },
    { what: 'NUL in a key', message: { ...right, 'a\0': 1 }, code: 'message.text' },
  ]
  const byField = Object.entries(fieldsOf(type)).flatMap(([name, field]) => [
    ...(isOptional(field) ? [] : [invalid(`no ${name}`, { [name]: undefined }, name)]),
    ...wrongValues
      .filter(({ value }) => !field.safeParse(value).success)
      .map(({ what, value }) => invalid(`${what} as ${name}`, { [name]: value }, name)),
    { what: `nested ${name}`, message: { ...right, [name]: nested(100) }, code: 'message.deep' },
    { what: `NUL in ${name}`, message: { ...right, [name]: 'a\0b' }, code: 'message.text' },
    { what: `half a pair in ${name}`, message: { ...right, [name]: 'a\ud800b' }, code: 'message.text' },
  ])
  return [...everywhere, ...byField]
}

const wrongValues = [
  { what: 'null', value: null },
  { what: 'a number', value: 1.5 },
  { what: 'a huge number', value: 1e300 },
  { what: 'a negative number', value: -1 },
  { what: 'a text', value: 'no, this' },
  { what: 'an empty text', value: '' },
  { what: 'an oversized text', value: 'x'.repeat(60_000) },
  { what: 'a truth value', value: true },
  { what: 'a list', value: [1] },
  { what: 'a long list', value: Array(1000).fill({}) },
  { what: 'an object', value: { a: 1 } },
]

export function nested(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value }
  return value
}

/** As JSON.parse makes it: an own key of that name. */
const withPrototypeKey = (message: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(`${JSON.stringify(message).slice(0, -1)},"__proto__":{"admin":true}}`)
