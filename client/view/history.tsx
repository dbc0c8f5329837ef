// What a message said before it was edited.
import { useEffect, useState } from 'preact/hooks'
import type { Message } from '#protocol/chat.ts'
import type { RoomId } from '#protocol/id.ts'
import type { Result } from '#protocol/message.ts'
import { useAttempt } from './attempt.ts'
import { useFormats, useTexts, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'
import { Text } from './text.tsx'
import { Trouble } from './trouble.tsx'

interface Props {
  readonly room: RoomId
  readonly message: Message
  readonly onClose: () => void
}

export function History({ room, message, onClose }: Props) {
  const formats = useFormats()
  const t = useTexts().talk.message
  const { acts } = useVisit()
  const [history, setHistory] = useState<Result<'chat.history'>>()
  const { attempt, trouble } = useAttempt()
  // Edited or deleted meanwhile, it has another one.
  useEffect(() => {
    void attempt(acts.messages.history(room, message.id).then(setHistory))
  }, [room, message.id, message.edited, message.deleted])
  return (
    <Dialog title={t.before} onClose={onClose}>
      {trouble && <Trouble text={trouble} />}
      {!trouble && history?.more && <p class="soft">{t.olderUnshown}</p>}
      {!trouble && (
        <ol class="versions" aria-busy={!history}>
          {history?.versions.map(({ text, at }) => (
            <li key={at}>
              <time dateTime={new Date(at).toISOString()}>{formats.moment(at)}</time>
              <Text text={text} />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  )
}
