// What one can do with a tile: make it large or small.
import type { Looking } from '../../call/looking.ts'
import type { Item } from '../../call/scene.ts'
import { useVisit } from '../context.ts'
import { Sign } from './sign.tsx'
import { useCallTexts } from './texts.ts'

interface Props {
  readonly name: string
  readonly item: Item
  readonly looking: Looking
  readonly isLarge: boolean
}

export function TileTools({ name, item, looking, isLarge }: Props) {
  const { device } = useVisit()
  const { tile } = useCallTexts()
  const label = isLarge ? tile.makeSmall(name) : tile.makeLarge(name)
  const shrink = () => {
    // Who speaks is large because he wants it so.
    const isChosen = item.what === 'share' || looking.pinned.value === item.key
    if (isChosen) looking.makeSmall(item.key)
    else device.set({ layout: 'grid' })
  }
  return (
    <div class="tile-tools">
      <button
        type="button"
        aria-label={label}
        title={label}
        onClick={() => (isLarge ? shrink() : looking.makeLarge(item.key))}
      >
        <Sign name={isLarge ? 'smaller' : 'larger'} />
      </button>
    </div>
  )
}
