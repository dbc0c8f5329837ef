// The profile of one's own account: name, picture, a line about oneself, other devices, and signing out.
import { useState } from 'preact/hooks'
import type { Profile } from '#protocol/hello.ts'
import { cleanName } from '../state/names.ts'
import type { Me } from '../state/state.ts'
import { useVisit } from './context.ts'
import { Device } from './device.tsx'
import { Dialog } from './dialog.tsx'
import { PictureField } from './picture.tsx'

interface Props {
  readonly me: Me
  readonly profile: Profile
  readonly onClose: () => void
}

export function ProfileDialog({ me, profile, onClose }: Props) {
  return (
    <Dialog title="Your profile" onClose={onClose}>
      <Fields me={me} profile={profile} onClose={onClose} />
      {profile.local && <Device />}
      <SignOut />
    </Dialog>
  )
}

function Fields({ me, profile, onClose }: Props) {
  const { acts } = useVisit()
  const [name, setName] = useState(me.name)
  const [about, setAbout] = useState(profile.about)
  const [picture, setPicture] = useState<string | null>()
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  const clean = cleanName(name)
  const save = async (event: Event) => {
    event.preventDefault()
    if (!clean || busy) return
    setBusy(true)
    const renamed = profile.local && clean !== me.name ? { name: clean } : {}
    const no = await acts.me.set({ ...renamed, about: about.trim(), avatar: picture })
    setBusy(false)
    setTrouble(no)
    if (no === undefined) onClose()
  }
  return (
    <form class="profile" onSubmit={event => void save(event)}>
      <PictureField me={me} name={clean ?? me.name} picture={picture} onPicture={setPicture} />
      <div class="field">
        <label for="profile-name">Your name</label>
        <input
          id="profile-name"
          type="text"
          value={name}
          maxLength={64}
          autocomplete="nickname"
          spellcheck={false}
          readOnly={!profile.local}
          aria-describedby={profile.local ? undefined : 'profile-fixed'}
          onInput={event => setName(event.currentTarget.value)}
        />
        {!profile.local && (
          <p class="soft" id="profile-fixed">
            It comes from where you sign in, and is changed there.
          </p>
        )}
      </div>
      <div class="field">
        <label for="profile-about">About you</label>
        <input
          id="profile-about"
          type="text"
          value={about}
          maxLength={200}
          autocomplete="off"
          placeholder="One line that the others can read"
          onInput={event => setAbout(event.currentTarget.value)}
        />
      </div>
      <p class="wrong" role="alert">
        {trouble}
      </p>
      <div class="row end">
        <button type="submit" class="button main" disabled={busy || !clean}>
          Save
        </button>
      </div>
    </form>
  )
}

function SignOut() {
  const { acts } = useVisit()
  return (
    <section class="also">
      <h3>Sign out</h3>
      <p class="soft">To come back you need a sign-in link.</p>
      <div class="row">
        <button type="button" class="button" onClick={() => acts.me.signOut()}>
          In this browser
        </button>
        <button type="button" class="button danger" onClick={() => acts.me.signOut(true)}>
          Everywhere
        </button>
      </div>
    </section>
  )
}
