// The profile of one's own account: name, picture, a line about oneself, other devices, and signing out.
import { useState } from 'preact/hooks'
import type { Profile } from '#protocol/hello.ts'
import { ABOUT_LENGTH, NAME_LENGTH } from '#protocol/limits.ts'
import { cleanName } from '../state/clean.ts'
import type { Me } from '../state/state.ts'
import { useAttempt } from './attempt.ts'
import { useTexts, useVisit } from './context.ts'
import { Device } from './device.tsx'
import { Dialog } from './dialog.tsx'
import { PictureField } from './picture.tsx'
import { TextField } from './text-field.tsx'
import { Trouble } from './trouble.tsx'

interface Props {
  readonly me: Me
  readonly profile: Profile
  readonly onClose: () => void
}

export function ProfileDialog({ me, profile, onClose }: Props) {
  return (
    <Dialog title={useTexts().you.profile} onClose={onClose}>
      <Fields me={me} profile={profile} onClose={onClose} />
      {profile.local && <Device />}
      <SignOut />
    </Dialog>
  )
}

function Fields({ me, profile, onClose }: Props) {
  const { acts } = useVisit()
  const { page, you } = useTexts()
  const [name, setName] = useState(me.name)
  const [about, setAbout] = useState(profile.about)
  const [picture, setPicture] = useState<string | null>()
  const { attempt, busy, trouble } = useAttempt()
  const clean = cleanName(name)
  const save = async (event: Event) => {
    event.preventDefault()
    if (!clean || busy) return
    const renamed = profile.local && clean !== me.name ? { name: clean } : {}
    if (await attempt(acts.me.set({ ...renamed, about: about.trim(), avatar: picture }))) onClose()
  }
  return (
    <form class="profile" onSubmit={event => void save(event)}>
      <PictureField me={me} name={clean ?? me.name} picture={picture} onPicture={setPicture} />
      <TextField
        label={you.name}
        value={name}
        maxLength={NAME_LENGTH}
        autocomplete="nickname"
        spellcheck={false}
        readOnly={!profile.local}
        onInput={setName}
        {...(!profile.local && { hint: you.nameElsewhere })}
      />
      <TextField
        label={you.about}
        value={about}
        maxLength={ABOUT_LENGTH}
        placeholder={you.aboutIs}
        onInput={setAbout}
      />
      <Trouble text={trouble} />
      <div class="row end">
        <button type="submit" class="button main" disabled={busy || !clean}>
          {page.save}
        </button>
      </div>
    </form>
  )
}

function SignOut() {
  const { acts } = useVisit()
  const t = useTexts().you
  return (
    <section class="part">
      <h3>{t.signOut}</h3>
      <p class="soft">{t.aboutSignOut}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => acts.me.signOut()}>
          {t.signOutHere}
        </button>
        <button type="button" class="button danger" onClick={() => acts.me.signOut(true)}>
          {t.signOutEverywhere}
        </button>
      </div>
    </section>
  )
}
