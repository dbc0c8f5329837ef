// What else one can do with a tile: how loud it is, and to keep it in sight elsewhere.
import { useId } from 'preact/hooks'
import type { Looking } from '../../call/looking.ts'
import type { Item } from '../../call/scene.ts'
import type { Room } from '../../state/state.ts'
import { Choices } from '../choices.tsx'
import { Dialog } from '../dialog.tsx'
import { Tick } from '../tick.tsx'
import { Orders } from './orders.tsx'
import { SelfView } from './self-view.tsx'
import { useCallTexts } from './texts.tsx'

interface Props {
  readonly name: string
  readonly room: Room
  readonly item: Item
  readonly looking: Looking
  readonly isOwn: boolean
  /** Undefined while there is no picture. */
  readonly video: HTMLVideoElement | undefined
  readonly onClose: () => void
}

export function TileMenu({ name, room, item, looking, isOwn, video, onClose }: Props) {
  const { tile } = useCallTexts()
  const watch = () => {
    onClose()
    // Refused while there is nothing to be seen yet.
    video?.requestPictureInPicture().catch(() => {})
  }
  return (
    <Dialog title={name} onClose={onClose}>
      <div class="settings">
        {!isOwn && <Loudness item={item} looking={looking} />}
        {isOwn && item.what === 'person' && <SelfView />}
      </div>
      <Orders room={room} person={item.peer.person} onDone={onClose} />
      {video && document.pictureInPictureEnabled && <Choices choices={[{ ...tile.inPicture, run: watch }]} />}
    </Dialog>
  )
}

function Loudness({ item: { what, peer }, looking }: Pick<Props, 'item' | 'looking'>) {
  const { tile } = useCallTexts()
  const id = useId()
  const { level, muted } = looking.volumeOf(what, peer.person)
  return (
    <>
      <div class="field">
        <label for={id}>{tile.volume}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.round(level * 100)}
          disabled={muted}
          onInput={event =>
            looking.setVolume(what, peer.person, { level: Number(event.currentTarget.value) / 100 })
          }
        />
      </div>
      <Tick
        {...tile.muteForMe}
        on={muted}
        onChange={muted => looking.setVolume(what, peer.person, { muted })}
      />
    </>
  )
}
