// The connection is over and does not come back by itself: why, and what to do.
import type { RefusalCode } from '#protocol/refusal.ts'
import { useTexts, useVisit } from './context.ts'
import { Title } from './title.tsx'

interface Parting {
  readonly title: string
  readonly text: string
  /** What the way on is called, if it is more than another try. */
  readonly next?: string
}

export function Ended({ code }: { code: RefusalCode }) {
  const { session } = useVisit()
  const t = useTexts()
  const partings: Partial<Record<RefusalCode, Parting>> = t.door.partings
  const { title, text, next } = partings[code] ?? {
    title: t.door.parted,
    text: t.refusals[code] ?? t.page.unknownNo,
  }
  const goOn = () => (code === 'hello.version' ? location.reload() : session.restart())
  return (
    <main class="screen">
      <Title>{title}</Title>
      <p>{text}</p>
      <button type="button" class="button main large" onClick={goOn}>
        {next ?? t.page.tryAgain}
      </button>
    </main>
  )
}
