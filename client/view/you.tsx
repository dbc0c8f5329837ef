// Who one is, at home: a guest says his name, an account has a profile.
import { useState } from 'preact/hooks'
import { cleanName } from '../state/clean.ts'
import { myFace } from '../state/face.ts'
import type { Me } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useTexts, useVisit } from './context.ts'
import { NameField } from './name.tsx'
import { ProfileDialog } from './profile.tsx'

export const You = ({ me }: { me: Me | undefined }) =>
  me?.kind === 'account' ? <Account me={me} /> : <Guest />

function Account({ me }: { me: Me }) {
  const { acts } = useVisit()
  const t = useTexts().you
  const [open, setOpen] = useState(false)
  return (
    <section class="account" aria-label={t.you}>
      <Avatar name={me.name} face={myFace(me)} size={40} />
      <p class="soft">{t.signedInAs(me.name)}</p>
      {me.profile ? (
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {t.profile}
        </button>
      ) : (
        <button type="button" class="button quiet" onClick={() => acts.me.signOut()}>
          {t.signOut}
        </button>
      )}
      {open && me.profile && <ProfileDialog me={me} profile={me.profile} onClose={() => setOpen(false)} />}
    </section>
  )
}

function Guest() {
  const { session } = useVisit()
  const t = useTexts().you
  const [text, setText] = useState(session.name.value)
  const save = () => {
    const clean = cleanName(text)
    setText(clean ?? session.name.value)
    if (clean) session.setName(clean)
  }
  return (
    <section class="you" aria-label={t.you}>
      <NameField label={t.seenAs} value={text} onInput={setText} onChange={save} />
    </section>
  )
}
