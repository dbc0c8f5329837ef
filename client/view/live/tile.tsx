// One person in the call: his picture or his face, his name, and how it is with him.
import type { PeerState } from '#protocol/live.ts'
import type { Link } from '../../call/link.ts'
import type { Health } from '../../call/mending.ts'
import { faceIn } from '../../state/face.ts'
import type { Room } from '../../state/state.ts'
import { Avatar } from '../avatar.tsx'
import { Picture } from './media.tsx'
import { Sign } from './sign.tsx'
import { useCallTexts } from './texts.ts'

interface Props {
  readonly room: Room
  readonly peer: PeerState
  /** Undefined for oneself. */
  readonly link: Link | undefined
  readonly track: MediaStreamTrack | undefined
  readonly size: { readonly width: number; readonly height: number }
}

export function Tile({ room, peer, link, track, size }: Props) {
  const t = useCallTexts()
  const { name, person, mic } = peer
  const isMe = link === undefined
  const health = isMe ? 'connected' : link.state.value
  const isLost = health === 'silent' || (peer.away && health !== 'connected')
  const trouble = troubleOf(health, peer.away, t)
  return (
    <li
      class={isLost ? 'tile away' : 'tile'}
      style={{ width: `${size.width}px`, height: `${size.height}px` }}
      aria-label={name}
    >
      {track ? (
        <Picture track={track} class={isMe ? 'mirrored' : undefined} />
      ) : (
        <Avatar name={name} face={faceIn(room, person)} size={Math.min(96, size.height / 2.5)} />
      )}
      {trouble && <p class="state">{trouble}</p>}
      <p class="name">
        {!mic && (
          <span class="off" role="img" aria-label={t.muted}>
            <Sign name="mic off" />
          </span>
        )}
        <span>{isMe ? t.you : name}</span>
      </p>
    </li>
  )
}

/** Who is seen and heard is there, whatever the server knows. */
function troubleOf(health: Health, away: boolean, t: { away: string; connecting: string; silent: string }) {
  if (health === 'connected') return ''
  if (away) return t.away
  return health === 'silent' ? t.silent : t.connecting
}
