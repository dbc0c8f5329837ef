// The top of a room: what it is called, and what one can do with it.
import { useState } from 'preact/hooks'
import { isHome } from '../state/belonging.ts'
import { isKept, may, type Room } from '../state/state.ts'
import { Confirm } from './confirm.tsx'
import { useTexts, useVisit } from './context.ts'
import { Count } from './count.tsx'
import { Icon } from './icon.tsx'
import { Leaving } from './leaving.tsx'
import { Own } from './own.tsx'
import { PartnerHead, PartnerMenu } from './partner.tsx'
import { Rest } from './rest.tsx'
import { RoomSettings } from './room-settings.tsx'
import { Topic } from './topic.tsx'

export type Side = 'people' | 'search'

interface Props {
  readonly room: Room
  /** What stands beside the talk. */
  readonly side: Side | undefined
  readonly onSide: (side: Side) => void
  readonly onShare: (() => void) | undefined
}

export function Header({ room, side, onSide, onShare }: Props) {
  const { room: t, search } = useTexts()
  return (
    <header class="head">
      {room.direct ? <PartnerHead room={room} partner={room.direct} /> : <Topic room={room} />}
      <div class="tools">
        {room.direct ? (
          <PartnerMenu room={room} partner={room.direct} />
        ) : (
          <Count room={room} open={side === 'people'} onClick={() => onSide('people')} />
        )}
        {may(room, 'live.join') && !room.live && <GoLive room={room} />}
        {onShare && (
          <button type="button" class="tool main" aria-label={t.share} onClick={onShare}>
            <Icon name="share" />
            <span class="wide">{t.share}</span>
          </button>
        )}
        <Rest>
          {may(room, 'chat.search') && (
            <button
              type="button"
              class="tool"
              aria-expanded={side === 'search'}
              aria-controls="search"
              aria-label={search.title}
              title={search.title}
              onClick={() => onSide('search')}
            >
              <Icon name="search" />
            </button>
          )}
          {may(room, 'room.set') && <Lock room={room} />}
          {may(room, 'room.set') && <Settings room={room} />}
          <Leave room={room} />
          <Own />
        </Rest>
      </div>
    </header>
  )
}

function GoLive({ room }: { room: Room }) {
  const { live } = useVisit().acts
  const t = useTexts().live
  return (
    <button type="button" class="tool" aria-label={t.go} title={t.go} onClick={() => void live.go(room)}>
      <Icon name="camera" />
    </button>
  )
}

function Lock({ room }: { room: Room }) {
  const { acts } = useVisit()
  const t = useTexts().room
  const { locked } = room.settings
  return (
    <button
      type="button"
      class="tool lock"
      role="switch"
      aria-checked={locked}
      aria-label={t.lock}
      title={locked ? t.isLocked : t.isOpen}
      onClick={() => acts.host.set(room, { locked: !locked })}
    >
      <Icon name={locked ? 'lock' : 'open'} />
    </button>
  )
}

function Settings({ room }: { room: Room }) {
  const { settings } = useTexts().room
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="tool" aria-label={settings} title={settings} onClick={() => setOpen(true)}>
        <Icon name="tune" />
      </button>
      {open && <RoomSettings room={room} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Asked once more is who would end the room by leaving, if there is something to lose, and who can go for good. */
function Leave({ room }: { room: Room }) {
  const { session, acts } = useVisit()
  const { leave: label, leaving: t } = useTexts().room
  const [asking, setAsking] = useState(false)
  const home = isHome(room, session.state.value.me)
  const ends = !isKept(room) && room.members.length === 1 && room.messages.length > 0
  const leave = () => acts.rooms.leave(room)
  return (
    <>
      <button
        type="button"
        class="tool"
        aria-label={label}
        title={t.yes}
        onClick={ends || home ? () => setAsking(true) : leave}
      >
        <Icon name="leave" />
      </button>
      {asking && home && <Leaving room={room} onClose={() => setAsking(false)} />}
      {asking && !home && (
        <Confirm
          title={t.lastTitle}
          text={t.aboutLast}
          yes={t.yes}
          no={t.no}
          onYes={leave}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
