// How a room is run: what it is called and about, who may come in and who may not any more, and its end.
import { useState } from 'preact/hooks'
import { TOPIC_LENGTH, USER_LIMIT } from '#protocol/limits.ts'
import { isKept, may, type Room } from '../state/state.ts'
import { BannedPeople } from './banned.tsx'
import { BURN, Burning } from './burning.tsx'
import { useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'
import { Naming } from './naming.tsx'
import { SavingField } from './saving.tsx'
import { Tick } from './tick.tsx'

export function RoomSettings({ room, onClose }: { room: Room; onClose: () => void }) {
  const [asking, ask] = useState<'name' | 'burn'>()
  if (asking === 'name') return <Naming room={room} onClose={() => ask(undefined)} />
  if (asking === 'burn') return <Burning room={room} onClose={() => ask(undefined)} />
  return (
    <Dialog title="Room settings" onClose={onClose}>
      <div class="settings">
        {may(room, 'room.name') && <Name room={room} onRename={() => ask('name')} />}
        <About room={room} />
        <Door room={room} />
      </div>
      {may(room, 'room.bans') && <BannedPeople room={room} />}
      {may(room, 'room.close') && <Burn onBurn={() => ask('burn')} />}
    </Dialog>
  )
}

function Name({ room, onRename }: { room: Room; onRename: () => void }) {
  return (
    <div>
      <div class="row spread">
        <h3>{room.name ?? 'It has no name'}</h3>
        <button type="button" class="button small" onClick={onRename}>
          {isKept(room) ? 'Rename' : 'Name it'}
        </button>
      </div>
      <p class="soft">
        {isKept(room)
          ? 'Its name. It stays, also when everybody leaves.'
          : 'It vanishes when the last one leaves. With a name it stays.'}
      </p>
    </div>
  )
}

function About({ room }: { room: Room }) {
  const { acts } = useVisit()
  return (
    <SavingField
      label="What it is about"
      hint="Everybody reads it at the top of the room."
      value={room.settings.topic}
      maxLength={TOPIC_LENGTH}
      onSave={topic => acts.host.change(room, { topic })}
    />
  )
}

/** Who comes in, how many of them, and by whose links. */
function Door({ room }: { room: Room }) {
  const { acts } = useVisit()
  const { locked, guestsInvite, limit } = room.settings
  return (
    <>
      <Tick
        label="Lock the room"
        about="Whoever has the link must ask, and somebody who runs the room lets them in. A link for one person opens it all the same."
        on={locked}
        onChange={locked => acts.host.set(room, { locked })}
      />
      <Tick
        label="Guests may make links, too"
        about="Each guest can make links for other guests. Otherwise only members and those who run the room can."
        on={guestsInvite}
        onChange={guestsInvite => acts.host.set(room, { guestsInvite })}
      />
      <SavingField
        label="How many people may be in"
        kind="number"
        hint="When as many are in, nobody else can come in until somebody leaves. Empty: as many as the server allows."
        value={limit ? String(limit) : ''}
        min={1}
        max={USER_LIMIT}
        onSave={text => acts.host.change(room, { limit: Number(text) })}
      />
    </>
  )
}

const Burn = ({ onBurn }: { onBurn: () => void }) => (
  <section class="part">
    <h3>Burn this room</h3>
    <p class="soft">{BURN}</p>
    <button type="button" class="button danger" onClick={onBurn}>
      Burn this room
    </button>
  </section>
)
