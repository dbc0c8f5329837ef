// Who may not come into the room any more, each with the way back.
import { useEffect } from 'preact/hooks'
import type { Banned } from '#protocol/room.ts'
import type { Room } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useFormats, useVisit } from './context.ts'

export function BannedPeople({ room }: { room: Room }) {
  const { acts } = useVisit()
  // Who goes may have been banned.
  useEffect(() => acts.host.listBans(room), [room.members])
  const { bans } = room
  if (!bans) return null
  return (
    <section class="part" aria-labelledby="banned">
      <h3 id="banned">Banned people</h3>
      <p class="soft">
        {bans.length === 0
          ? 'Nobody is banned. Who is can neither come in nor ask to.'
          : 'They can neither come in nor ask to. Who is let in again comes back by a link.'}
      </p>
      {bans.length > 0 && (
        <ul class="banned">
          {bans.map(ban => (
            <Row key={ban.person} room={room} ban={ban} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ room, ban: { person, name = 'Somebody', at } }: { room: Room; ban: Banned }) {
  const formats = useFormats()
  const { acts } = useVisit()
  return (
    <li>
      <Avatar name={name} size={32} />
      <div class="who">
        <span class="nick">{name}</span>
        {at !== undefined && (
          <time class="soft" dateTime={new Date(at).toISOString()} title={formats.moment(at)}>
            Since {formats.when(at)}
          </time>
        )}
      </div>
      <button
        type="button"
        class="button small"
        aria-label={`Let in again: ${name}`}
        onClick={() => acts.host.unban(room, person)}
      >
        Let in again
      </button>
    </li>
  )
}
