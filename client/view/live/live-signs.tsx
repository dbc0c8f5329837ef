// How it is with somebody who is live, in the list of people.
import '../../style/live/live-signs.css'
import type { PersonId } from '#protocol/id.ts'
import { turnsOf } from '../../call/turns.ts'
import { peerOf } from '../../state/presiding.ts'
import type { Room } from '../../state/state.ts'
import { Hand } from './hand.tsx'
import { Sign, type SignName } from './sign.tsx'
import { InCallWords, useCallTexts } from './texts.tsx'

interface Props {
  readonly room: Room
  readonly person: PersonId
}

export const LiveSigns = (props: Props) => (
  <InCallWords>
    <Signs {...props} />
  </InCallWords>
)

function Signs({ room, person }: Props) {
  const t = useCallTexts()
  const peer = peerOf(room, person)
  const turn = turnsOf(room.live?.peers ?? []).get(person)
  if (!peer) return null
  return (
    <div class="live-signs">
      {turn && <Hand turn={turn} />}
      {peer.share && <Said sign="screen" label={t.signs.shares} />}
      {peer.mic ? <Said sign="mic" label={t.signs.live} /> : <Said sign="mic off" label={t.signs.muted} />}
    </div>
  )
}

const Said = ({ sign, label }: { sign: SignName; label: string }) => (
  <span role="img" aria-label={label} title={label}>
    <Sign name={sign} />
  </span>
)
