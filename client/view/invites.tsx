// The links of a room: what is left of each, who came by it, and taking one back.
import type { Invite } from '#protocol/invite.ts'
import { PUBLIC } from '#protocol/public.ts'
import { about } from '../state/invites.ts'
import { may, type Room } from '../state/state.ts'
import { Choices } from './choices.tsx'
import { useFormats, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'

interface Props {
  readonly room: Room
  readonly onRevoke: (invite: Invite) => void
}

export function Invites({ room, onRevoke }: Props) {
  const invites = room.invites?.filter(({ id }) => id !== PUBLIC) ?? []
  if (invites.length === 0) return null
  return (
    <section class="part">
      <h3>Links made so far</h3>
      <ul class="invites">
        {invites.map(invite => (
          <Row key={invite.id} invite={invite} onRevoke={() => onRevoke(invite)} />
        ))}
      </ul>
    </section>
  )
}

function Row({ invite, onRevoke }: { invite: Invite; onRevoke: () => void }) {
  const formats = useFormats()
  const me = useVisit().session.state.value.me?.person
  const { title, facts, over } = about(invite, Date.now(), me, formats.when)
  return (
    <li class={over ? 'over' : undefined}>
      <div>
        <p class="name">{title}</p>
        {facts.length > 0 && <p class="soft">{facts.join(' · ')}</p>}
        <Came invite={invite} />
      </div>
      <button type="button" class="button small" aria-label={`Revoke: ${title}`} onClick={onRevoke}>
        Revoke
      </button>
    </li>
  )
}

/** Who was turned out since is struck through. */
export function Came({ invite: { came, count } }: { invite: Invite }) {
  const more = count - came.length
  if (count === 0) return null
  return (
    <p class="soft">
      Came by it:{' '}
      {came.map(({ person, name, out }, index) => (
        <span key={person}>
          {index > 0 && ', '}
          {out ? <s>{name}</s> : name}
        </span>
      ))}
      {more > 0 && (came.length > 0 ? ` and ${more} more` : `${more} people`)}
    </p>
  )
}

export function Revoking({ room, invite, onClose }: { room: Room; invite: Invite; onClose: () => void }) {
  const { acts } = useVisit()
  const revoke = (people: boolean) => {
    acts.links.revoke(room, invite.id, people)
    onClose()
  }
  const known = invite.came.some(({ out }) => !out)
  const people = {
    label: 'Revoke it and remove the people',
    about: 'Whoever came by it is out at once, with the role that it gave.',
    danger: true,
    run: () => revoke(true),
  }
  return (
    <Dialog
      title={invite.id === PUBLIC ? 'Revoke the link to this room?' : 'Revoke this link?'}
      onClose={onClose}
    >
      <Choices
        choices={[
          {
            label: 'Revoke the link',
            about: 'Nobody comes in by it any more. Who is in stays in.',
            run: () => revoke(false),
          },
          ...(known && may(room, 'room.kick') ? [people] : []),
        ]}
      />
    </Dialog>
  )
}
