// Who is in the room.
import { useState } from 'preact/hooks'
import type { MemberState } from '#protocol/room.ts'
import { faceOf } from '../state/face.ts'
import { mayInvite, type Room } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useVisit } from './context.ts'
import { Icon } from './icon.tsx'
import { actsOn, PersonDialog, roleNames } from './person.tsx'
import { Side } from './side.tsx'

interface Props {
  readonly room: Room
  /** He wants to see it. Where there is space it stands there anyway. */
  readonly open: boolean
  readonly onClose: () => void
}

export function People({ room, open, onClose }: Props) {
  const state = useVisit().session.state.value
  const me = state.me?.person
  const [chosen, choose] = useState<string>()
  const person = room.members.find(member => member.person === chosen)
  return (
    <Side
      id="people"
      title="People"
      count={room.members.length}
      closing="Close the list of people"
      open={open}
      onClose={onClose}
    >
      <ul>
        {room.members.map(member => (
          <Row
            key={member.person}
            member={member}
            you={member.person === me}
            acts={actsOn(room, member, state).length > 0}
            onMenu={() => choose(member.person)}
          />
        ))}
      </ul>
      {room.absent.length > 0 && <Absent room={room} />}
      {person && (
        <PersonDialog
          room={room}
          person={person}
          deeds={actsOn(room, person, state)}
          onClose={() => choose(undefined)}
        />
      )}
    </Side>
  )
}

/** Who belongs to a named room, and will find there what is said meanwhile. */
function Absent({ room }: { room: Room }) {
  const { acts } = useVisit()
  return (
    <>
      <h3>
        Not here now <span class="soft">{room.absent.length}</span>
      </h3>
      <ul>
        {room.absent.map(({ person, name, role, avatar }) => (
          <li key={person} class="away">
            <Avatar name={name} face={faceOf({ person, avatar })} size={32} />
            <div class="who">
              <span class="nick">{name}</span>
              <span class="soft">{roleNames[role]}</span>
            </div>
            {mayInvite(room) && (
              <button
                type="button"
                class="sign"
                aria-label={`Ask ${name} to come`}
                title="Ask to come"
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

interface RowProps {
  readonly member: MemberState
  readonly you: boolean
  /** Whether there is more to do with him than to look. */
  readonly acts: boolean
  readonly onMenu: () => void
}

function Row({ member, you, acts, onMenu }: RowProps) {
  const { name, role, away } = member
  const about = [you ? 'You' : '', roleNames[role], away ? 'Away' : ''].filter(Boolean).join(' · ')
  return (
    <li class={away ? 'away' : undefined}>
      <Avatar name={name} face={faceOf(member)} size={32} />
      <div class="who">
        <span class="nick">{name}</span>
        {about && <span class="soft">{about}</span>}
      </div>
      {(acts || (member.kind === 'account' && !you)) && (
        <button
          type="button"
          class="sign"
          aria-label={acts ? `What to do with ${name}` : `About ${name}`}
          onClick={onMenu}
        >
          <Icon name="more" />
        </button>
      )}
    </li>
  )
}
