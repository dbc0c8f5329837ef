// One person in the call: his picture or his face, his name, and how it is with him.
import type { Box } from '../../call/arranging.ts'
import type { Gestures } from '../../call/gestures.ts'
import type { Link } from '../../call/link.ts'
import type { Looking } from '../../call/looking.ts'
import type { Health } from '../../call/mending.ts'
import type { Own } from '../../call/own.ts'
import type { Item } from '../../call/scene.ts'
import { faceIn } from '../../state/face.ts'
import type { Room } from '../../state/state.ts'
import { Avatar } from '../avatar.tsx'
import { useVisit } from '../context.ts'
import { Hand } from './hand.tsx'
import { Picture } from './media.tsx'
import { Network } from './network.tsx'
import { Rising } from './reactions.tsx'
import { useShown } from './shown.ts'
import { Sign } from './sign.tsx'
import { useCallTexts } from './texts.tsx'
import { TileTools } from './tile-tools.tsx'

export interface TileProps {
  readonly room: Room
  readonly item: Item
  readonly looking: Looking
  readonly gestures: Gestures
  /** Of who has raised his hand: when it is his turn. */
  readonly turn: number | undefined
  /** Undefined for oneself, and until there is one. */
  readonly link: Link | undefined
  /** Of oneself. */
  readonly own: Own | undefined
  readonly box: Box
  readonly isLarge: boolean
  readonly speaks: boolean
}

export function Tile(props: TileProps) {
  const { room, item, gestures, turn, link, own, box, isLarge, speaks } = props
  const t = useCallTexts()
  const { mirror, quality } = useVisit().device.now
  const { name, person, mic, camera, away } = item.peer
  const isHeld = link?.held.value === true
  const isSent = camera && !isHeld && quality !== 'sound'
  const track = own ? own.camera.track.value : isSent ? link?.incoming.value.get('camera') : undefined
  useShown(link, 'camera', camera ? box.width : 0)
  const health = own ? 'connected' : (link?.state.value ?? 'connecting')
  const isLost = health === 'silent' || (away && health !== 'connected')
  const trouble = troubleOf(health, away, t) || (camera && isHeld ? t.network.held : '')
  return (
    <li
      class={`tile${isLost ? ' away' : ''}${isLarge ? ' large' : ''}${speaks ? ' speaks' : ''}`}
      style={styleOf(box)}
      aria-label={name}
    >
      {track ? (
        <Picture track={track} class={own && mirror ? 'mirrored' : undefined} />
      ) : (
        <Avatar name={name} face={faceIn(room, person)} size={Math.min(96, box.height / 2.5)} />
      )}
      {trouble && <p class="state">{trouble}</p>}
      {turn && <Hand turn={turn} />}
      <Rising gestures={gestures} person={person} />
      <p class="name">
        {!mic && (
          <span class="off" role="img" aria-label={t.muted}>
            <Sign name="mic off" />
          </span>
        )}
        <span class="who">{own ? t.you : name}</span>
        {link && <Network link={link} />}
      </p>
      <TileTools {...props} name={name} isOwn={own !== undefined} />
    </li>
  )
}

export function styleOf(box: Box): Record<string, string> {
  return Object.fromEntries(Object.entries(box).map(([side, pixels]) => [side, `${pixels}px`]))
}

/** Who is seen and heard is there, whatever the server knows. */
function troubleOf(health: Health, away: boolean, t: { away: string; connecting: string; silent: string }) {
  if (health === 'connected') return ''
  if (away) return t.away
  return health === 'silent' ? t.silent : t.connecting
}
