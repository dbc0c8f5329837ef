// Who is in the room.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { MemberState, Role } from '#protocol/room.ts'
import type { Texts } from '../language/texts.ts'
import { faceOf } from '../state/face.ts'
import { mayInvite, type Room } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useTexts, useVisit } from './context.ts'
import { Icon } from './icon.tsx'
import { lazy } from './lazy.tsx'
import { canOrder, deedsOn, PersonDialog } from './person.tsx'
import { Side } from './side.tsx'

interface Props {
  readonly room: Room
  /** He wants to see it. Where there is space it stands there anyway. */
  readonly open: boolean
  readonly onClose: () => void
}

const LiveSigns = lazy(async () => (await import('./live/live-signs.tsx')).LiveSigns)

export function People({ room, open, onClose }: Props) {
  const t = useTexts().people
  const state = useVisit().session.state.value
  const me = state.me?.person
  const [chosen, choose] = useState<string>()
  const person = room.members.find(member => member.person === chosen)
  return (
    <Side
      id="people"
      title={t.title}
      count={room.members.length}
      closing={t.closeList}
      open={open}
      onClose={onClose}
    >
      <ul>
        {room.members.map(member => (
          <Row
            key={member.person}
            member={member}
            you={member.person === me}
            acts={deedsOn(room, member, state).length > 0 || canOrder(room, member, me)}
            live={room.live && <LiveSigns room={room} person={member.person} />}
            onMenu={() => choose(member.person)}
          />
        ))}
      </ul>
      {room.absent.length > 0 && <Absent room={room} />}
      {person && (
        <PersonDialog
          room={room}
          person={person}
          deeds={deedsOn(room, person, state)}
          onClose={() => choose(undefined)}
        />
      )}
    </Side>
  )
}

/** Who belongs to a named room, and will find there what is said meanwhile. */
function Absent({ room }: { room: Room }) {
  const { acts } = useVisit()
  const t = useTexts().people
  return (
    <>
      <h3>
        {t.notHere} <span class="soft">{room.absent.length}</span>
      </h3>
      <ul>
        {room.absent.map(({ person, name, role, avatar }) => (
          <li key={person} class="away">
            <Avatar name={name} face={faceOf({ person, avatar })} size={32} />
            <div class="who">
              <span class="nick">{name}</span>
              <span class="soft">{called(role, t.roles)}</span>
            </div>
            {mayInvite(room) && (
              <button
                type="button"
                class="sign"
                aria-label={t.askPerson(name)}
                title={t.ask}
                onClick={() => acts.links.invite(room, person, name)}
              >
                <Icon name="bell" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Guests and partners are not called so: it goes without saying. */
const called = (role: Role, roles: Texts['people']['roles']) =>
  role === 'guest' || role === 'partner' ? undefined : roles[role]

interface RowProps {
  readonly member: MemberState
  readonly you: boolean
  /** Whether there is more to do with him than to look. */
  readonly acts: boolean
  readonly live: ComponentChildren
  readonly onMenu: () => void
}

function Row({ member, you, acts, live, onMenu }: RowProps) {
  const t = useTexts().people
  const { name, role, away } = member
  const about = [you && t.you, called(role, t.roles), away && t.away].filter(Boolean).join(' · ')
  return (
    <li class={away ? 'away' : undefined}>
      <Avatar name={name} face={faceOf(member)} size={32} />
      <div class="who">
        <span class="nick">{name}</span>
        {about && <span class="soft">{about}</span>}
      </div>
      {live}
      {(acts || (member.kind === 'account' && !you)) && (
        <button
          type="button"
          class="sign"
          aria-label={acts ? t.whatToDo(name) : t.about(name)}
          onClick={onMenu}
        >
          <Icon name="more" />
        </button>
      )}
    </li>
  )
}
