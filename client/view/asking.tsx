// Asking somebody to come whom one knows: he is told wherever he is.
import { useState } from 'preact/hooks'
import type { Room } from '../state/state.ts'
import { useVisit } from './context.ts'
import { Find } from './find.tsx'

export function Asking({ room }: { room: Room }) {
  const { acts } = useVisit()
  const [said, setSaid] = useState<string>()
  return (
    <section class="part">
      <h3>Somebody you know</h3>
      <Find
        label="Ask to come"
        deed={name => `Ask ${name} to come`}
        nobody="Nobody of this name shares a named room or a group with you."
        onChoose={async someone => setSaid(await acts.links.invite(room, someone))}
      />
      <p class="soft" role="status">
        {said}
      </p>
    </section>
  )
}
