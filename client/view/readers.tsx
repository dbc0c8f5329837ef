// Who has read up to a message: small faces that hang below it and move nothing.
import type { Reader } from '../state/reads.ts'
import { useFormats, useTexts } from './context.ts'
import { Face } from './face.tsx'

const FACES = 5

/** Between two people a word says it. */
export function Readers({ readers, pair }: { readers: readonly Reader[]; pair: boolean }) {
  const formats = useFormats()
  const t = useTexts().talk
  const names = formats.list(readers.map(({ name }) => name))
  const title = readers.map(({ name, at }) => `${name}, ${formats.time(at)}`).join('\n')
  const more = readers.length - FACES
  return (
    // It changes all the time: not to be read out by itself.
    <div class="readers" aria-live="off">
      <span role="img" aria-label={t.readBy(names)} title={title}>
        {pair
          ? t.read
          : readers
              .slice(0, FACES)
              .map(({ person, name }) => <Face key={person} person={person} name={name} size={16} />)}
        {!pair && more > 0 && ` +${more}`}
      </span>
    </div>
  )
}
