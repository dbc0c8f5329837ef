// The end of a way into a room, or of being in it: what happened, and what to do next.
import { useEffect } from 'preact/hooks'
import type { RefusalCode } from '#protocol/refusal.ts'
import type { Texts } from '../language/texts.ts'
import type { Session } from '../session.ts'
import type { Door, Way } from '../state/state.ts'
import { useTexts, useVisit } from './context.ts'
import { Outside } from './outside.tsx'
import { Title } from './title.tsx'

interface Words {
  readonly title: string
  readonly text: string
  /** What may help with the same way in. */
  readonly again?: { readonly label: string; readonly how: 'enter' | 'knock' | 'wait' }
}

const TRY = { label: 'Try again', how: 'enter' } as const

const PAUSE = 5000

const words: Partial<Record<RefusalCode, Words>> = {
  'room.removed': {
    title: 'You were removed from this room',
    text: 'Somebody who runs the room took you out. If that was a mistake, ask for the link and come back by it.',
  },
  'room.banned': {
    title: 'You may not come into this room any more',
    text: 'Somebody who runs the room decided so. Other rooms are open to you.',
  },
  'room.closed': {
    title: 'This room was closed',
    text: 'It is over for everybody, and nothing of it was kept.',
  },
  'room.gone': {
    title: 'There is no such room',
    text: 'A room without a name vanishes when the last one leaves, and its link with it. A link can also be revoked. Ask for a new one, or start a room.',
  },
  'room.full': {
    title: 'This room is full',
    text: 'As many people are there as it may hold. Try again when somebody has left.',
    again: TRY,
  },
  'room.denied': {
    title: 'Nobody let you in this time',
    text: 'You can ask again later, or ask the person who gave you the link.',
    again: { label: 'Ask again', how: 'knock' },
  },
  'store.away': {
    title: 'The server cannot reach its memory right now',
    text: 'Your place is kept. This page tries again by itself every few seconds.',
    again: { label: 'Try again', how: 'wait' },
  },
  'server.full': {
    title: 'The server is full',
    text: 'No more rooms can be opened right now. Try again in a while.',
    again: TRY,
  },
}

/** Of a link nobody is told more than that. */
const deadLink: Words = {
  title: 'This link leads nowhere',
  text: 'It may have been used up, have run out or been revoked, or its room is gone. Ask for a new one, or start a room.',
}

function wordsFor(code: RefusalCode, way: Way | undefined, t: Texts): Words {
  if (code === 'room.gone' && way && 'invite' in way) return deadLink
  const known = Object.hasOwn(words, code) ? words[code] : undefined
  return known ?? { title: 'That did not work', text: t.refusals[code] ?? t.page.unknownNo, again: TRY }
}

export function Over({ door }: { door: Extract<Door, { at: 'over' }> }) {
  const { session } = useVisit()
  const t = useTexts()
  const { code, way } = door
  const { title, text, again } = wordsFor(code, way, t)
  const waits = again?.how === 'wait'
  // Every no is another door, from which it is counted anew.
  useEffect(() => {
    if (!waits || !way) return
    const timer = setTimeout(() => session.entrance.tryAgain(way), PAUSE)
    return () => clearTimeout(timer)
  }, [door])
  return (
    <Outside>
      {waits && <span class="pulse" aria-hidden="true" />}
      <Title>{title}</Title>
      <p class="soft">{text}</p>
      {again && way && (
        <button type="button" class="button main large" onClick={() => tryAgain(session, way, again.how)}>
          {again.label}
        </button>
      )}
      <button
        type="button"
        class={again ? 'button' : 'button main large'}
        onClick={() => session.go(session.home)}
      >
        {session.framed ? 'Start again' : 'Go to the start'}
      </button>
    </Outside>
  )
}

function tryAgain(session: Session, way: Way, how: 'enter' | 'knock' | 'wait'): void {
  if (how === 'wait') return session.entrance.tryAgain(way)
  if (how === 'enter') return void session.entrance.enter(way)
  session.set({ door: { at: 'knock', way } })
  void session.entrance.knock(way)
}
