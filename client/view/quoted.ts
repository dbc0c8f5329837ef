// A message that is spoken of elsewhere than where it was said: looked up when it is not on this page.
import { useEffect } from 'preact/hooks'
import type { Message } from '#protocol/chat.ts'
import type { MessageId } from '#protocol/id.ts'
import { quotedOf } from '../state/quoting.ts'
import { useVisit } from './context.ts'

/** Null when it is gone, undefined while that is not known. */
export function useQuoted(id: MessageId): Message | null | undefined {
  const { session, acts } = useVisit()
  const { room, link } = session.state.value
  const message = room && quotedOf(room, id)
  const missing = room !== undefined && message === undefined && link.at === 'open'
  useEffect(() => {
    if (missing) acts.messages.lookUp(room.id, id)
  }, [missing, id])
  return message
}
