// Chooses what is shown: one screen for each place where somebody can stand.
import type { State } from '../state/state.ts'
import { useVisit } from './context.ts'
import { Ended } from './ended.tsx'
import { Entering } from './entering.tsx'
import { Entry } from './entry.tsx'
import { Home } from './home.tsx'
import { Asked } from './invited.tsx'
import { Knock, Waiting } from './knock.tsx'
import { Line } from './line.tsx'
import { Notice } from './notice.tsx'
import { Nowhere } from './nowhere.tsx'
import { Over } from './over.tsx'
import { RoomPage } from './room.tsx'

export function Page() {
  const { session } = useVisit()
  const state = session.state.value
  return (
    <>
      <Line link={state.link} inside={state.room !== undefined} />
      <Screen state={state} />
      {state.asked && state.door.at !== 'home' && !session.framed && <Asked invitation={state.asked} />}
      <Notice />
    </>
  )
}

function Screen({ state }: { state: State }) {
  const { link, door, room } = state
  if (link.at === 'ended') return <Ended code={link.code} />
  switch (door.at) {
    case 'home':
      return <Home state={state} />
    case 'nowhere':
      return <Nowhere />
    case 'entry':
      return <Entry door={door} />
    case 'entering':
      return <Entering />
    case 'knock':
      return <Knock door={door} />
    case 'waiting':
      return <Waiting door={door} />
    case 'over':
      return <Over door={door} />
    case 'room':
      return room?.id === door.room ? <RoomPage room={room} /> : <Entering />
  }
}
