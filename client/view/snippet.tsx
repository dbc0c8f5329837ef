// A message in a line: who said it, and how it begins.
import type { Message } from '#protocol/chat.ts'
import { beginningOf } from '../state/quoting.ts'

export const Snippet = ({ message }: { message: Message }) => (
  <>
    <strong class="snippet">{message.name}</strong> <span class="snippet">{beginningOf(message)}</span>
  </>
)
