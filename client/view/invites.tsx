// The links of a room: what is left of each, who came by it, and taking one back.
import type { Invite } from '#protocol/invite.ts'
import { PUBLIC } from '#protocol/public.ts'
import { about } from '../state/invites.ts'
import { may, type Room } from '../state/state.ts'
import { Choices } from './choices.tsx'
import { useFormats, useTexts, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'

interface Props {
  readonly room: Room
  readonly onRevoke: (invite: Invite) => void
}

export function Invites({ room, onRevoke }: Props) {
  const t = useTexts().links.made
  const invites = room.invites?.filter(({ id }) => id !== PUBLIC) ?? []
  if (invites.length === 0) return null
  return (
    <section class="part">
      <h3>{t.title}</h3>
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
  const t = useTexts().links
  const me = useVisit().session.state.value.me?.person
  const { title, facts, over } = about(invite, { now: Date.now(), me, when: formats.when, t: t.made })
  return (
    <li class={over ? 'over' : undefined}>
      <div>
        <p class="name">{title}</p>
        {facts.length > 0 && <p class="soft">{facts.join(' · ')}</p>}
        <Came invite={invite} />
      </div>
      <button type="button" class="button small" aria-label={t.revoking.revokeThis(title)} onClick={onRevoke}>
        {t.revoking.revoke}
      </button>
    </li>
  )
}

/** Who was turned out since is struck through. */
export function Came({ invite: { came, count } }: { invite: Invite }) {
  const { links, people } = useTexts()
  const t = links.made
  const more = count - came.length
  if (count === 0) return null
  const names = came.map(({ person, name, out }, index) => (
    <span key={person}>
      {index > 0 && ', '}
      {out ? <s>{name}</s> : name}
    </span>
  ))
  return (
    <p class="soft">
      {t.came(
        <>
          {names}
          {more > 0 && (came.length > 0 ? t.andMore(more) : people.counted(more))}
        </>,
      )}
    </p>
  )
}

export function Revoking({ room, invite, onClose }: { room: Room; invite: Invite; onClose: () => void }) {
  const { acts } = useVisit()
  const t = useTexts().links.revoking
  const revoke = (people: boolean) => {
    acts.links.revoke(room, invite.id, people)
    onClose()
  }
  const known = invite.came.some(({ out }) => !out)
  const people = {
    label: t.people,
    about: t.aboutPeople,
    danger: true,
    run: () => revoke(true),
  }
  return (
    <Dialog title={invite.id === PUBLIC ? t.titlePublic : t.title} onClose={onClose}>
      <Choices
        choices={[
          {
            label: t.link,
            about: t.aboutLink,
            run: () => revoke(false),
          },
          ...(known && may(room, 'room.kick') ? [people] : []),
        ]}
      />
    </Dialog>
  )
}
