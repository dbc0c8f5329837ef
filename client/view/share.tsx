// How to bring people into the room: the link, the link as a picture, and the link for who shall run it too.
import { useEffect, useState } from 'preact/hooks'
import { may, type Room } from '../state/state.ts'
import { useVisit } from './context.ts'
import { CopyField } from './copy.tsx'
import { Dialog } from './dialog.tsx'
import { Qr } from './qr.tsx'

export function Share({ room, onClose }: { room: Room; onClose: () => void }) {
  const { acts } = useVisit()
  useEffect(() => {
    if (room.link === undefined) acts.links.show(room)
  }, [])
  return (
    <Dialog title="Bring people in" onClose={onClose}>
      {typeof room.link === 'string' && <PublicLink room={room} path={room.link} />}
      {room.link === null && <NoLink room={room} />}
      {may(room, 'invite.host') && <HostLink room={room} />}
    </Dialog>
  )
}

function PublicLink({ room, path }: { room: Room; path: string }) {
  const { acts } = useVisit()
  const url = location.origin + path
  return (
    <>
      <p class="soft">
        {room.settings.locked
          ? 'The room is locked: whoever has this link can ask to be let in.'
          : 'Whoever has this link can come in, from any device, without an account.'}
      </p>
      <CopyField label="Link to this room" url={url} main />
      <Qr url={url} />
      {may(room, 'invite.cancel') && (
        <div class="row spread">
          <p class="soft">Who is in stays in when you cancel it.</p>
          <button type="button" class="button quiet" onClick={() => acts.links.cancel(room)}>
            Cancel this link
          </button>
        </div>
      )}
    </>
  )
}

function NoLink({ room }: { room: Room }) {
  const { acts } = useVisit()
  return (
    <>
      <p>The link was cancelled. Nobody comes in by it any more.</p>
      <button type="button" class="button main" onClick={() => acts.links.show(room)}>
        Make a new link
      </button>
    </>
  )
}

/** Shown only when asked for: it is not for everybody's eyes. */
function HostLink({ room }: { room: Room }) {
  const { acts } = useVisit()
  const [path, setPath] = useState<string>()
  const show = async (renew: boolean) => setPath((await acts.links.host(room, renew)) ?? path)
  return (
    <section class="host">
      <h3>Host link</h3>
      <p class="soft">
        Whoever opens it becomes an owner of the room. Keep it for yourself, or give it to a co-host.
      </p>
      {path ? (
        <>
          <CopyField label="Host link" url={location.origin + path} />
          <button type="button" class="button quiet" onClick={() => void show(true)}>
            Make a new one, and void the old ones
          </button>
        </>
      ) : (
        <button type="button" class="button" onClick={() => void show(false)}>
          Show the host link
        </button>
      )}
    </section>
  )
}
