// From a hello to a session: a new one, or the one that a resume token speaks of.
import { nanoid } from 'nanoid'
import { Frame } from '#protocol/frame.ts'
import type { Cursor, Hello } from '#protocol/hello.ts'
import type { RoomId, Sealed, SessionId } from '#protocol/id.ts'
import { Refusal, refusals } from '#protocol/refusal.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import type { Person } from '../people/person.ts'
import { again, meet } from '../people/sign-in.ts'
import { may, standingOutside } from '../room/permission.ts'
import type { Desk } from './desk.ts'
import type { Session } from './session.ts'
import type { Socket } from './socket.ts'
import { openPlace } from './token.ts'

interface Greeting {
  readonly session: Session
  readonly resumed: 'same' | 'again' | 'fresh'
  readonly rooms: readonly RoomId[]
}

export async function greet(desk: Desk, socket: Socket, hello: Hello): Promise<Session> {
  const greeting = hello.resume ? resume(desk, socket, hello.resume) : await arrive(desk, socket, hello)
  const { session, resumed } = greeting
  desk.visitors.attach(session, socket)
  session.send(welcomeFrame(session, resumed, hello.ref))
  desk.log.info(
    { session: session.id, person: session.person.id, kind: session.person.kind, resumed },
    'greeted',
  )
  const cursors = new Map(hello.rooms?.map(cursor => [cursor.room, cursor]))
  // Started in order and all in this turn, so that nothing that happens meanwhile comes before the state.
  await Promise.all(greeting.rooms.map(room => takePlace(desk, session, room, cursors.get(room))))
  for (const room of cursors.keys()) if (!greeting.rooms.includes(room)) sayGone(session, room, 'room.gone')
  return session
}

async function arrive(desk: Desk, socket: Socket, hello: Hello): Promise<Greeting> {
  const proves = hello.browser ?? hello.token ?? hello.owner ?? hello.key
  const person = socket.operator && !proves ? operator : await meet(desk.signIns, hello)
  return { session: desk.visitors.open(nanoid() as SessionId, person), resumed: 'fresh', rooms: [] }
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
  const rooms = place.rooms.filter(room => !ended(`${room} ${person.id}`))
  const session = desk.visitors.open(place.session, person)
  // So that the token in the welcome speaks of them already.
  for (const room of rooms) session.rooms.add(room)
  return { session, resumed: 'again', rooms }
}

async function takePlace(
  desk: Desk,
  session: Session,
  room: RoomId,
  cursor: Cursor | undefined,
): Promise<void> {
  try {
    const entered = await desk.rooms.ask(room, session.who, { type: 'member.back', cursor })
    session.send(new Frame({ type: 'room.entered', ...entered }))
  } catch (error) {
    session.out(room)
    const code = error instanceof Refusal ? error.code : undefined
    if (!code) desk.log.error({ err: error, room }, 'a place could not be given back')
    sayGone(
      session,
      room,
      code === 'room.banned' || code === 'room.full' || code === 'store.away' ? code : 'room.gone',
    )
  }
}

const sayGone = (
  session: Session,
  room: RoomId,
  code: 'room.banned' | 'room.full' | 'room.gone' | 'store.away',
) => session.send(new Frame({ type: 'room.out', room, code, text: refusals[code].text }))

function welcomeFrame(session: Session, resumed: Greeting['resumed'], ref: number | undefined): Frame {
  const { id: person, name, kind, scopes } = session.person
  const mayCreate = may(standingOutside(session.person), scopes, 'room.create')
  const { token: resume, id } = session
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
  })
}

const operator: Person = {
  id: 'operator' as Person['id'],
  kind: 'operator',
  name: 'Operator',
  trusted: true,
  scopes: [],
}
