// How a room is run: what it is called and about, who may come in and who may not any more, and its end.
import { useState } from 'preact/hooks'
import { TOPIC_LENGTH, USER_LIMIT } from '#protocol/limits.ts'
import { isKept, may, type Room } from '../state/state.ts'
import { BannedPeople } from './banned.tsx'
import { Burning } from './burning.tsx'
import { useTexts, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'
import { lazy } from './lazy.tsx'
import { Naming } from './naming.tsx'
import { SavingField } from './saving.tsx'
import { Tick } from './tick.tsx'

const RoomLive = lazy(async () => (await import('./live/room-live.tsx')).RoomLive)

export function RoomSettings({ room, onClose }: { room: Room; onClose: () => void }) {
  const { settings } = useTexts().room
  const [asking, ask] = useState<'name' | 'burn'>()
  if (asking === 'name') return <Naming room={room} onClose={() => ask(undefined)} />
  if (asking === 'burn') return <Burning room={room} onClose={() => ask(undefined)} />
  return (
    <Dialog title={settings} onClose={onClose}>
      <div class="settings">
        {may(room, 'room.name') && <Name room={room} onRename={() => ask('name')} />}
        <About room={room} />
        <Door room={room} />
      </div>
      {may(room, 'live.stop') && <RoomLive room={room} onClose={onClose} />}
      {may(room, 'room.bans') && <BannedPeople room={room} />}
      {may(room, 'room.close') && <Burn onBurn={() => ask('burn')} />}
    </Dialog>
  )
}

function Name({ room, onRename }: { room: Room; onRename: () => void }) {
  const t = useTexts().room
  return (
    <div>
      <div class="row spread">
        <h3>{room.name ?? t.nameless}</h3>
        <button type="button" class="button small" onClick={onRename}>
          {isKept(room) ? t.naming.rename : t.naming.name}
        </button>
      </div>
      <p class="soft">{isKept(room) ? t.aboutNamed : t.aboutNameless}</p>
    </div>
  )
}

function About({ room }: { room: Room }) {
  const { acts } = useVisit()
  const t = useTexts().room
  return (
    <SavingField
      label={t.about}
      hint={t.aboutAbout}
      value={room.settings.topic}
      maxLength={TOPIC_LENGTH}
      onSave={topic => acts.host.change(room, { topic })}
    />
  )
}

/** Who comes in, how many of them, and by whose links. */
function Door({ room }: { room: Room }) {
  const { acts } = useVisit()
  const t = useTexts().room
  const { locked, guestsInvite, limit } = room.settings
  return (
    <>
      <Tick
        label={t.lock}
        about={t.aboutLock}
        on={locked}
        onChange={locked => acts.host.set(room, { locked })}
      />
      <Tick
        label={t.guestsInvite}
        about={t.aboutGuestsInvite}
        on={guestsInvite}
        onChange={guestsInvite => acts.host.set(room, { guestsInvite })}
      />
      <SavingField
        label={t.limit}
        kind="number"
        hint={t.aboutLimit}
        value={limit ? String(limit) : ''}
        min={1}
        max={USER_LIMIT}
        onSave={text => acts.host.change(room, { limit: Number(text) })}
      />
    </>
  )
}

function Burn({ onBurn }: { onBurn: () => void }) {
  const { burn, about } = useTexts().room.burning
  return (
    <section class="part">
      <h3>{burn}</h3>
      <p class="soft">{about}</p>
      <button type="button" class="button danger" onClick={onBurn}>
        {burn}
      </button>
    </section>
  )
}
