// The end of a way into a room, or of being in it: what happened, and what to do next.
import { useEffect } from 'preact/hooks'
import type { RefusalCode } from '#protocol/refusal.ts'
import type { Texts } from '../language/texts.ts'
import type { Session } from '../session.ts'
import type { Door, Way } from '../state/state.ts'
import { useTexts, useVisit } from './context.ts'
import { Outside } from './outside.tsx'
import { Title } from './title.tsx'

type How = 'enter' | 'knock' | 'wait'

/** What may help with the same way in. */
const again: Partial<Record<RefusalCode, How>> = {
  'room.full': 'enter',
  'room.denied': 'knock',
  'store.away': 'wait',
  'server.full': 'enter',
}

const PAUSE = 5000

interface End {
  readonly title: string
  readonly text: string
  readonly how?: How | undefined
}

function endOf(code: RefusalCode, way: Way | undefined, t: Texts): End {
  if (code === 'room.gone' && way && 'invite' in way) return t.door.deadLink
  const ends: Partial<Record<RefusalCode, End>> = t.door.ends
  const known = Object.hasOwn(ends, code) ? ends[code] : undefined
  if (known) return { ...known, how: again[code] }
  return { title: t.door.failed, text: t.refusals[code] ?? t.page.unknownNo, how: 'enter' }
}

export function Over({ door }: { door: Extract<Door, { at: 'over' }> }) {
  const { session } = useVisit()
  const t = useTexts()
  const { code, way } = door
  const { title, text, how } = endOf(code, way, t)
  const waits = how === 'wait'
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
      {how && way && (
        <button type="button" class="button main large" onClick={() => tryAgain(session, way, how)}>
          {how === 'knock' ? t.door.askAgain : t.page.tryAgain}
        </button>
      )}
      <button
        type="button"
        class={how ? 'button' : 'button main large'}
        onClick={() => session.go(session.home)}
      >
        {session.framed ? t.door.startAgain : t.door.toStart}
      </button>
    </Outside>
  )
}

function tryAgain(session: Session, way: Way, how: How): void {
  if (how === 'wait') return session.entrance.tryAgain(way)
  if (how === 'enter') return void session.entrance.enter(way)
  session.set({ door: { at: 'knock', way } })
  void session.entrance.knock(way)
}
