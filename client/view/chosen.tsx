// The files that go with the next message: how far they have come, what is wrong, and away with them.
import type { RoomId } from '#protocol/id.ts'
import type { Chosen } from '../act/files.ts'
import { useFormats, useTexts, useVisit } from './context.ts'
import { Icon } from './icon.tsx'

export function ChosenFiles({ room }: { room: RoomId }) {
  const { acts } = useVisit()
  const t = useTexts().talk.files
  const chosen = acts.files.chosen.value
  if (chosen.length === 0) return null
  return (
    <ul class="chosen" aria-label={t.toSend}>
      {chosen.map(one => (
        <Chip key={one.key} room={room} chosen={one} />
      ))}
    </ul>
  )
}

function Chip({ room, chosen }: { room: RoomId; chosen: Chosen }) {
  const formats = useFormats()
  const { page, talk } = useTexts()
  const t = talk.files
  const { acts } = useVisit()
  const { key, file, picture, part, attachment, trouble, final } = chosen
  return (
    <li class={trouble ? 'chip bad' : 'chip'}>
      {picture ? <img src={picture} alt="" width={40} height={40} /> : <Icon name="file" />}
      <span class="file-what">
        <bdi class="name">{file.name}</bdi>
        {trouble ? (
          <span class="why" role="alert">
            {trouble}
          </span>
        ) : attachment ? (
          <span class="soft">{formats.size(file.size)}</span>
        ) : (
          <progress value={part} aria-label={t.onItsWay(file.name)} />
        )}
      </span>
      {trouble && !final && (
        <button
          type="button"
          class="sign"
          aria-label={t.again(file.name)}
          title={page.tryAgain}
          onClick={() => acts.files.again(room, key)}
        >
          <Icon name="again" />
        </button>
      )}
      <button
        type="button"
        class="sign"
        aria-label={t.removeThis(file.name)}
        title={t.remove}
        onClick={() => acts.files.drop(room, key)}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}
