// What somebody shows of his screen.
import { Picture } from './media.tsx'
import { useShown } from './shown.ts'
import { useCallTexts } from './texts.tsx'
import { styleOf, type TileProps } from './tile.tsx'
import { TileTools } from './tile-tools.tsx'

export function ShareTile(props: TileProps) {
  const { item, link, own, box, isLarge } = props
  const t = useCallTexts()
  const track = own ? own.share.stream.value?.getVideoTracks()[0] : link?.incoming.value.get('share')
  useShown(link, 'share', box.width)
  const name = own ? t.yourScreen : t.screenOf(item.peer.name)
  return (
    <li class={`tile share${isLarge ? ' large' : ''}`} style={styleOf(box)} aria-label={name}>
      {track && <Picture track={track} />}
      <p class="name">
        <span class="who">{name}</span>
      </p>
      <TileTools {...props} name={name} isOwn={own !== undefined} />
    </li>
  )
}
