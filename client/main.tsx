// The page starts here.
import { batch, effect } from '@preact/signals'
import { render } from 'preact'
import { Acts } from './act/acts.ts'
import { DeviceSettings } from './device.ts'
import { nextFrame } from './frame.ts'
import { Keep } from './keep.ts'
import { Language } from './language.ts'
import { checked } from './net/checked.ts'
import { gathering } from './net/gather.ts'
import { openSocket } from './net/socket.ts'
import { type Shapes, Words } from './net/words.ts'
import { showOutside } from './outside.ts'
import { Reading } from './reading.ts'
import { Session } from './session.ts'
import { Boundary } from './view/boundary.tsx'
import { Broken } from './view/broken.tsx'
import { Visit } from './view/context.ts'
import { Page } from './view/page.tsx'
import { Unsupported } from './view/unsupported.tsx'

/** Put in when the page is built. */
declare const SHAPES: Shapes

const isSupported =
  'WebSocket' in window && 'HTMLDialogElement' in window && 'isWellFormed' in String.prototype

const page = document.getElementById('page')
const device = new DeviceSettings()
const language = await Language.open(device)
if (page) {
  page.replaceChildren()
  if (isSupported) open(page)
  else render(<Unsupported texts={language.texts} />, page)
}

function open(page: HTMLElement): void {
  const open = checked(gathering(openSocket, nextFrame, batch), new Words(SHAPES), () => session.missed())
  const session: Session = new Session(open, new Keep(), language)
  const reading = new Reading(session)
  const acts = new Acts(session, reading)
  listen(session, reading, acts)
  showOutside(session, device)
  session.start()
  render(
    <Visit.Provider value={{ session, acts, device, language }}>
      <Boundary instead={<Broken />}>
        <Page />
      </Boundary>
    </Visit.Provider>,
    page,
  )
}

/** What the browser tells the session. */
function listen(session: Session, reading: Reading, acts: Acts): void {
  addEventListener('online', () => session.wake())
  addEventListener('offline', () => session.wake())
  addEventListener('popstate', () => session.readDoor())
  addEventListener('hashchange', () => session.readDoor())
  addEventListener('storage', () => acts.drafts.look())
  addEventListener('pagehide', () => {
    session.save()
    acts.live.save()
  })
  addEventListener('pageshow', event => event.persisted && session.wake())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      session.wake()
      reading.look()
    } else {
      session.save()
      reading.tell()
    }
  })
  effect(() => reading.look())
}
