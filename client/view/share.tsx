// How to bring people into the room: the link for everybody, links for somebody, and the link for who shall run it too.
import { useEffect, useState } from 'preact/hooks'
import type { Invite } from '#protocol/invite.ts'
import { PUBLIC } from '#protocol/public.ts'
import { may, mayInvite, type Room } from '../state/state.ts'
import { useVisit } from './context.ts'
import { CopyField } from './copy.tsx'
import { Dialog } from './dialog.tsx'
import { Came, Invites, Revoking } from './invites.tsx'
import { Making } from './making.tsx'
import { Qr } from './qr.tsx'

export function Share({ room, onClose }: { room: Room; onClose: () => void }) {
  const { acts } = useVisit()
  const [revoking, setRevoking] = useState<Invite>()
  useEffect(() => {
    if (room.link === undefined && may(room, 'invite.public')) acts.links.show(room)
  }, [])
  // Who comes or goes may have come by one of them.
  useEffect(() => acts.links.list(room), [room.members])
  if (revoking) return <Revoking room={room} invite={revoking} onClose={() => setRevoking(undefined)} />
  return (
    <Dialog title="Bring people in" onClose={onClose}>
      {typeof room.link === 'string' && <PublicLink room={room} path={room.link} onRevoke={setRevoking} />}
      {room.link === null && <NoLink room={room} />}
      {mayInvite(room) && <Making room={room} />}
      <Invites room={room} onRevoke={setRevoking} />
      {may(room, 'invite.host') && <HostLink room={room} />}
    </Dialog>
  )
}

interface PublicProps {
  readonly room: Room
  readonly path: string
  readonly onRevoke: (invite: Invite) => void
}

function PublicLink({ room, path, onRevoke }: PublicProps) {
  const url = location.origin + path
  const invite = room.invites?.find(({ id }) => id === PUBLIC)
  return (
    <>
      <p class="soft">
        {room.settings.locked
          ? 'The room is locked: whoever has this link can ask to be let in.'
          : 'Whoever has this link can come in, from any device, without an account.'}
      </p>
      <CopyField label="Link to this room" url={url} main />
      <Qr url={url} />
      {invite && (
        <div class="row spread">
          <div>
            {invite.count > 0 ? <Came invite={invite} /> : <p class="soft">Nobody came by it yet.</p>}
          </div>
          <button type="button" class="button small" onClick={() => onRevoke(invite)}>
            Revoke this link
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
      <p>The link was revoked. Nobody comes in by it any more.</p>
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
    <section class="part">
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
