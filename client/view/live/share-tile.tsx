// What somebody shows of his screen.
import { Picture } from './media.tsx'
import { useCallTexts } from './texts.ts'
import { styleOf, type TileProps } from './tile.tsx'
import { TileTools } from './tile-tools.tsx'

export function ShareTile({ item, looking, link, own, box, isLarge }: TileProps) {
  const t = useCallTexts()
  const track = own ? own.share.stream.value?.getVideoTracks()[0] : link?.incoming.value.get('share')
  const name = own ? t.yourScreen : t.screenOf(item.peer.name)
  return (
    <li class={`tile share${isLarge ? ' large' : ''}`} style={styleOf(box)} aria-label={name}>
      {track && <Picture track={track} />}
      <p class="name">
        <span>{name}</span>
      </p>
      <TileTools name={name} item={item} looking={looking} isLarge={isLarge} />
    </li>
  )
}
