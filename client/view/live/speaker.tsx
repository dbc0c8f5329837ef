// By which speaker one hears, and whether it can be heard.
import { keepChoice } from '../../call/choice.ts'
import type { Own } from '../../call/own.ts'
import { canChooseSpeaker, playTest } from '../../call/speaker.ts'
import { DeviceChoice } from './device-choice.tsx'
import { useCallTexts } from './texts.tsx'

export function Speaker({ own: { speaker } }: { own: Own }) {
  const t = useCallTexts().prejoin
  const choose = (id: string) => {
    keepChoice({ speaker: id })
    speaker.value = id
  }
  return (
    <>
      {canChooseSpeaker && (
        <DeviceChoice device="speaker" label={t.speaker} value={speaker.value} onChange={choose} />
      )}
      <button type="button" class="button" onClick={() => void playTest(speaker.value)}>
        {t.test}
      </button>
    </>
  )
}
