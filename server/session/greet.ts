// From a hello to a session: a new one, or the one that a resume token speaks of.
import { nanoid } from 'nanoid'
import { given } from '#protocol/asked.ts'
import { Frame } from '#protocol/frame.ts'
import { type Cursor, credentials, type Hello } from '#protocol/hello.ts'
import type { RoomId, Sealed, SessionId } from '#protocol/id.ts'
import { Refusal, refusals } from '#protocol/refusal.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { operator, type Person } from '../people/person.ts'
import { again, meet } from '../people/sign-in.ts'
import type { Brought } from '../room/seat.ts'
import type { Desk } from './desk.ts'
import { profileOf } from './profile.ts'
import type { Session } from './session.ts'
import type { Socket } from './socket.ts'
import { type OpenedPlace, openPlace } from './token.ts'

interface Greeting {
  readonly session: Session
  readonly resumed: 'same' | 'again' | 'fresh'
  readonly rooms: readonly RoomId[]
  /** What his token says, when it was given by a server that is no more. */
  readonly place?: OpenedPlace
}

export async function greet(desk: Desk, socket: Socket, hello: Hello): Promise<Session> {
  if (!socket.operator && !desk.arrivals.take(socket.address)) throw new Refusal('too.fast')
  const greeting = hello.resume ? resume(desk, socket, hello.resume) : await arrive(desk, socket, hello)
  const { session, resumed } = greeting
  desk.visitors.attach(session, socket)
  session.send(welcomeFrame(desk, session, resumed, hello.ref))
  desk.log.info(
    { session: session.id, person: session.person.id, kind: session.person.kind, resumed },
    'greeted',
  )
  const cursors = new Map(hello.rooms?.map(cursor => [cursor.room, cursor]))
  // Started in order and all in this turn, so that nothing that happens meanwhile comes before the state.
  const bring = (room: RoomId) => ({ cursor: cursors.get(room), seat: seatIn(greeting.place, room) })
  await Promise.all(greeting.rooms.map(room => takePlace(desk, session, room, bring(room))))
  for (const room of cursors.keys()) if (!greeting.rooms.includes(room)) sayGone(session, room, 'room.gone')
  return session
}

async function arrive(desk: Desk, socket: Socket, hello: Hello): Promise<Greeting> {
  const proves = hello.browser !== undefined || given(credentials, hello).length > 0
  const met = socket.operator && !proves ? operator : await meet(desk.signIns, hello)
  // Looked at once more: what he proved may have been taken away while it was written down.
  if (!again(desk.signIns, met)) throw new Refusal('signin.failed')
  // Who signs in in one browser too many is signed out in his oldest.
  const out = desk.visitors.of(met.id).filter(({ person }) => !again(desk.signIns, person))
  desk.visitors.endAll(out, 'session.ended')
  const person = sameName(desk, met, hello.name)
  const session = desk.visitors.open(nanoid() as SessionId, person)
  if (person.name !== desk.visitors.of(person.id)[0]?.person.name) desk.visitors.rename(person)
  return { session, resumed: 'fresh', rooms: [] }
}

/** Somebody has one name, however many pages he opens: the one he gives last. */
function sameName(desk: Desk, person: Person, given: string | undefined): Person {
  const living = desk.visitors.of(person.id)[0]
  return living && person.kind === 'guest' && given === undefined
    ? { ...person, name: living.person.name }
    : person
}

function resume(desk: Desk, socket: Socket, token: Sealed): Greeting {
  const place = openPlace(desk.seal, token, desk.clock.now())
  const ended = (key: string) => place !== undefined && desk.ended.covers(key, place.issued)
  const person = place && again(desk.signIns, place.person)
  if (!person || ended(place.session) || ended(person.id)) throw new Refusal('resume.expired')
  // What opens the data folder's door opens no other.
  if (person.kind === 'operator' && !socket.operator) throw new Refusal('resume.expired')
  const same = desk.visitors.find(place.session)
  if (same) {
    same.person = { ...person, name: same.person.name }
    return { session: same, resumed: 'same', rooms: [...same.rooms] }
  }
  const over = (room: RoomId) => [room, `${room} ${person.id}`, `${room} ${place.session}`].some(ended)
  const rooms = place.rooms.filter(room => !over(room))
  const session = desk.visitors.open(place.session, person)
  // So that the token in the welcome speaks of them already.
  for (const room of rooms) session.rooms.add(room)
  return { session, resumed: 'again', rooms, place }
}

function seatIn(place: OpenedPlace | undefined, room: RoomId): Brought | undefined {
  const seat = place?.seats.find(one => one.room === room)
  return seat && place && { seat, issued: place.issued }
}

async function takePlace(
  desk: Desk,
  session: Session,
  room: RoomId,
  brought: { cursor: Cursor | undefined; seat: Brought | undefined },
): Promise<void> {
  try {
    await desk.rooms.ask(room, session.who, { type: 'member.back', ...brought })
  } catch (error) {
    const refusal = error instanceof Refusal ? error.code : undefined
    if (!refusal) desk.log.error({ err: error, room }, 'a place could not be given back')
    // What may work later keeps its place in the token.
    const later = !refusal || refusals[refusal].retry
    if (!later) session.out(room)
    const code = later ? 'store.away' : refusal === 'room.banned' ? refusal : 'room.gone'
    sayGone(session, room, refusal === 'room.full' ? refusal : code)
  }
}

type Gone = 'room.banned' | 'room.full' | 'room.gone' | 'store.away'

const sayGone = (session: Session, room: RoomId, code: Gone) =>
  session.send(new Frame({ type: 'room.out', room, code, text: refusals[code].text }))

function welcomeFrame(
  { rooms, directory }: Desk,
  session: Session,
  resumed: Greeting['resumed'],
  ref?: number,
): Frame {
  const { id: person, name, kind, trusted } = session.person
  const mayCreate = rooms.mayCreate(session.person)
  const { token: resume, id } = session
  const account = kind === 'account' ? directory.find(person) : undefined
  return new Frame({
    type: 'welcome',
    ref,
    version: PROTOCOL_VERSION,
    person,
    name,
    kind,
    session: id,
    resumed,
    resume,
    mayCreate,
    owner: kind === 'account' && trusted,
    ...(account ? { profile: profileOf(account) } : {}),
  })
}
