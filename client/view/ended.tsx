// The connection is over and does not come back by itself: why, and what to do.
import type { RefusalCode } from '#protocol/refusal.ts'
import { useTexts, useVisit } from './context.ts'
import { Title } from './title.tsx'

interface Words {
  readonly title: string
  readonly text: string
  readonly next: string
}

const words: Partial<Record<RefusalCode, Words>> = {
  superseded: {
    title: 'This was opened elsewhere',
    text: 'The same page goes on in another tab or window. Nothing is lost.',
    next: 'Use it here',
  },
  'hello.version': {
    title: 'There is a newer version',
    text: 'The server was updated while this page was open. Reload it to go on.',
    next: 'Reload',
  },
  'signin.failed': {
    title: 'That sign-in does not work',
    text: 'It may have expired, or a newer one was made. Ask for a new one, or go on without.',
    next: 'Go on without',
  },
  'session.ended': {
    title: 'You signed out',
    text: 'This page is in no room any more. Come back whenever you like.',
    next: 'Come back',
  },
  'account.ended': {
    title: 'Your account was removed',
    text: 'You are out of all rooms, and what you said there stays. You can go on as a guest.',
    next: 'Go on as a guest',
  },
  'sockets.many': {
    title: 'Too many pages are open',
    text: 'The server takes only so many connections from one place. Close a page and try again.',
    next: 'Try again',
  },
}

export function Ended({ code }: { code: RefusalCode }) {
  const { session } = useVisit()
  const t = useTexts()
  const { title, text, next } = words[code] ?? {
    title: 'The connection has ended',
    text: t.refusals[code] ?? t.page.unknownNo,
    next: 'Try again',
  }
  const goOn = () => (code === 'hello.version' ? location.reload() : session.restart())
  return (
    <main class="screen">
      <Title>{title}</Title>
      <p>{text}</p>
      <button type="button" class="button main large" onClick={goOn}>
        {next}
      </button>
    </main>
  )
}
