// How to bring people into the room: the link for everybody, links for somebody, and the link for who shall run it too.
import { useEffect, useState } from 'preact/hooks'
import type { Invite } from '#protocol/invite.ts'
import { PUBLIC } from '#protocol/public.ts'
import { may, mayInvite, type Room } from '../state/state.ts'
import { useTexts, useVisit } from './context.ts'
import { CopyField } from './copy.tsx'
import { Dialog } from './dialog.tsx'
import { Came, Invites, Revoking } from './invites.tsx'
import { Making } from './making.tsx'
import { Qr } from './qr.tsx'

export function Share({ room, onClose }: { room: Room; onClose: () => void }) {
  const { acts } = useVisit()
  const { title } = useTexts().links
  const [revoking, setRevoking] = useState<Invite>()
  useEffect(() => {
    if (room.link === undefined && may(room, 'invite.public')) acts.links.show(room)
  }, [])
  // Who comes or goes may have come by one of them.
  useEffect(() => acts.links.list(room), [room.members])
  if (revoking) return <Revoking room={room} invite={revoking} onClose={() => setRevoking(undefined)} />
  return (
    <Dialog title={title} onClose={onClose}>
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
  const t = useTexts().links
  const url = location.origin + path
  const invite = room.invites?.find(({ id }) => id === PUBLIC)
  return (
    <>
      <p class="soft">{room.settings.locked ? t.public.aboutLocked : t.public.about}</p>
      <CopyField label={t.toRoom} url={url} main />
      <Qr url={url} />
      {invite && (
        <div class="row spread">
          <div>{invite.count > 0 ? <Came invite={invite} /> : <p class="soft">{t.public.nobodyCame}</p>}</div>
          <button type="button" class="button small" onClick={() => onRevoke(invite)}>
            {t.public.revoke}
          </button>
        </div>
      )}
    </>
  )
}

function NoLink({ room }: { room: Room }) {
  const { acts } = useVisit()
  const t = useTexts().links.public
  return (
    <>
      <p>{t.revoked}</p>
      <button type="button" class="button main" onClick={() => acts.links.show(room)}>
        {t.renew}
      </button>
    </>
  )
}

/** Shown only when asked for: it is not for everybody's eyes. */
function HostLink({ room }: { room: Room }) {
  const { acts } = useVisit()
  const t = useTexts().links.host
  const [path, setPath] = useState<string>()
  const show = async (renew: boolean) => setPath((await acts.links.host(room, renew)) ?? path)
  return (
    <section class="part">
      <h3>{t.title}</h3>
      <p class="soft">{t.about}</p>
      {path ? (
        <>
          <CopyField label={t.title} url={location.origin + path} />
          <button type="button" class="button quiet" onClick={() => void show(true)}>
            {t.renew}
          </button>
        </>
      ) : (
        <button type="button" class="button" onClick={() => void show(false)}>
          {t.show}
        </button>
      )}
    </section>
  )
}
