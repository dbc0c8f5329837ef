// What one can do with a tile: make it large or small, and what else there is.
import { useRef, useState } from 'preact/hooks'
import type { Looking } from '../../call/looking.ts'
import type { Item } from '../../call/scene.ts'
import type { Room } from '../../state/state.ts'
import { useVisit } from '../context.ts'
import { Sign } from './sign.tsx'
import { useCallTexts } from './texts.tsx'
import { TileMenu } from './tile-menu.tsx'

interface Props {
  readonly name: string
  readonly room: Room
  readonly item: Item
  readonly looking: Looking
  readonly isLarge: boolean
  readonly isOwn: boolean
}

export function TileTools(props: Props) {
  const { name, item, looking, isLarge } = props
  const { device } = useVisit()
  const { tile } = useCallTexts()
  const [open, setOpen] = useState(false)
  const tools = useRef<HTMLDivElement>(null)
  const shrink = () => {
    // Who speaks is large because he wants it so.
    const isChosen = item.what === 'share' || looking.pinned.value === item.key
    if (isChosen) looking.makeSmall(item.key)
    else device.set({ layout: 'grid' })
  }
  const size = isLarge ? tile.makeSmall(name) : tile.makeLarge(name)
  const options = tile.options(name)
  return (
    <>
      <div class="tile-tools" ref={tools}>
        <button
          type="button"
          aria-label={size}
          title={size}
          onClick={() => (isLarge ? shrink() : looking.makeLarge(item.key))}
        >
          <Sign name={isLarge ? 'smaller' : 'larger'} />
        </button>
        <button type="button" aria-label={options} title={options} onClick={() => setOpen(true)}>
          <Sign name="more" />
        </button>
      </div>
      {open && (
        <TileMenu
          {...props}
          video={tools.current?.closest('.tile')?.querySelector('video') ?? undefined}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
