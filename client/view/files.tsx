// What a message carries: pictures as they are, everything else as a card to save it by.
import { useState } from 'preact/hooks'
import type { Attachment } from '#protocol/file.ts'
import { filePath } from '#protocol/file-path.ts'
import type { RoomId } from '#protocol/id.ts'
import { shownSize } from '../state/size.ts'
import { useFormats, useTexts } from './context.ts'
import { Icon } from './icon.tsx'

export function Files({ room, files }: { room: RoomId; files: readonly Attachment[] }) {
  return (
    <div class="files">
      {files.map(file => (
        <File key={file.id} room={room} file={file} />
      ))}
    </div>
  )
}

function File({ room, file }: { room: RoomId; file: Attachment }) {
  const formats = useFormats()
  const t = useTexts().talk.files
  const [gone, setGone] = useState(false)
  const { name, size, width, height } = file
  const href = filePath(room, file)
  if (width && height && !gone)
    return (
      <a class="picture" href={href} target="_blank" rel="noopener noreferrer" title={name}>
        <img
          {...shownSize({ width, height })}
          src={href}
          alt={name}
          loading="lazy"
          decoding="async"
          onError={() => setGone(true)}
        />
      </a>
    )
  return (
    <a class="file" href={href} download={name} title={t.save(name)}>
      <Icon name="file" />
      <span class="file-what">
        <bdi class="name">{name}</bdi>
        <span class="soft">{gone ? t.unshown : formats.size(size)}</span>
      </span>
      <Icon name="down" />
    </a>
  )
}
