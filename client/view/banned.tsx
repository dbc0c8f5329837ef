// Who may not come into the room any more, each with the way back.
import { useEffect } from 'preact/hooks'
import type { Banned } from '#protocol/room.ts'
import type { Room } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useFormats, useTexts, useVisit } from './context.ts'

export function BannedPeople({ room }: { room: Room }) {
  const { acts } = useVisit()
  const t = useTexts().room.banned
  // Who goes may have been banned.
  useEffect(() => acts.host.listBans(room), [room.members])
  const { bans } = room
  if (!bans) return null
  return (
    <section class="part" aria-labelledby="banned">
      <h3 id="banned">{t.title}</h3>
      <p class="soft">{bans.length === 0 ? t.nobody : t.about}</p>
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

function Row({ room, ban }: { room: Room; ban: Banned }) {
  const texts = useTexts()
  const t = texts.room.banned
  const formats = useFormats()
  const { acts } = useVisit()
  const { person, name = texts.page.somebody, at } = ban
  return (
    <li>
      <Avatar name={name} size={32} />
      <div class="who">
        <span class="nick">{name}</span>
        {at !== undefined && (
          <time class="soft" dateTime={new Date(at).toISOString()} title={formats.moment(at)}>
            {t.since(formats.when(at))}
          </time>
        )}
      </div>
      <button
        type="button"
        class="button small"
        aria-label={t.letPersonInAgain(name)}
        onClick={() => acts.host.unban(room, person)}
      >
        {t.letInAgain}
      </button>
    </li>
  )
}
