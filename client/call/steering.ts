// Looks after what goes out on each link: every few seconds it measures, and sends as good a picture as is fitting.
import { signal } from '@preact/signals'
import type { LineName } from './lines.ts'
import { type Counted, counted, type Entry, type Measured, measured } from './measured.ts'
import type { Shown } from './pulse.ts'
import {
  type Need,
  type Picture,
  pictureFor,
  roomIn,
  SOUND_KBPS,
  shareFor,
  strained,
  unstrained,
} from './quality.ts'
import type { Pictures } from './report.ts'

const LOOK_MS = 2000
/** Of what the browser guesses that would fit; the rest is for what it guessed wrong. */
const USED = 0.85

export type Wish = Pick<Need, 'quality' | 'others'>

/** What it needs of a link. */
interface Steered {
  readonly connection: RTCPeerConnection
  readonly shown: Shown | undefined
  sender(line: LineName): RTCRtpSender | undefined
  holdBack(holdsBack: boolean): void
}

export class Steering {
  /** Undefined until two looks were taken. */
  readonly measured = signal<Measured | undefined>(undefined)
  /** What goes out at the most. */
  readonly pictures = signal<Pictures>({ camera: undefined, share: undefined })
  readonly #link: Steered
  readonly #wish: () => Wish
  readonly #timer: ReturnType<typeof setInterval>
  #before: Counted | undefined
  #strain = unstrained
  #closed = false

  constructor(link: Steered, wish: () => Wish) {
    this.#link = link
    this.#wish = wish
    this.#timer = setInterval(() => void this.#look(), LOOK_MS)
  }

  close(): void {
    this.#closed = true
    clearInterval(this.#timer)
  }

  async #look(): Promise<void> {
    const entries = await entriesOf(this.#link.connection)
    if (this.#closed || !entries) return
    const now = counted(entries, performance.now())
    if (this.#before) {
      this.measured.value = measured(entries, now, this.#before)
      this.#strain = strained(this.#strain, this.measured.value.lostThere, this.#room)
    }
    this.#before = now
    await this.steer()
  }

  /** For all pictures, in kbit/s. */
  get #room(): number | undefined {
    const room = this.measured.peek()?.room
    return room === undefined ? undefined : Math.max(0, room * USED - SOUND_KBPS)
  }

  /** By what is known now. */
  async steer(): Promise<void> {
    const { camera, share } = this.#fitting()
    this.pictures.value = { camera, share }
    const hasPicture = this.#link.sender('camera')?.track != null
    this.#link.holdBack(hasPicture && !camera && this.#link.shown?.camera !== 0)
    await this.#put('camera', camera)
    await this.#put('share', share)
  }

  #fitting() {
    const { shown } = this.#link
    const isSharing = this.#link.sender('share')?.track != null
    const share = isSharing ? shareFor({ shown: shown?.share, room: this.#room }) : undefined
    const { worse } = this.#strain
    const left =
      this.#room !== undefined && share ? this.#room - Math.min(share.kbps, this.#room / 2) : this.#room
    const room = roomIn(this.#strain, left)
    return { share, camera: pictureFor({ ...this.#wish(), shown: shown?.camera, room, worse }) }
  }

  async #put(line: 'camera' | 'share', picture: Picture | undefined): Promise<void> {
    const sender = this.#link.sender(line)
    const parameters = sender?.getParameters()
    const [encoding] = parameters?.encodings ?? []
    if (!sender?.track || !parameters || !encoding) return
    const next = encodingOf(picture, sender.track.getSettings().width)
    if (Object.entries(next).every(([name, value]) => encoding[name as keyof typeof next] === value)) return
    Object.assign(encoding, next)
    // Agreed anew meanwhile: at the next look.
    await sender.setParameters(parameters).catch(() => {})
  }
}

function encodingOf(picture: Picture | undefined, made = 1280) {
  if (!picture) return { active: false }
  const { width, fps, kbps } = picture
  return {
    ...{ active: true, maxBitrate: kbps * 1000, maxFramerate: fps },
    scaleResolutionDownBy: Math.max(1, made / width),
  }
}

async function entriesOf(connection: RTCPeerConnection): Promise<readonly Entry[] | undefined> {
  try {
    return [...(await connection.getStats()).values()]
  } catch {
    // Closed meanwhile.
    return undefined
  }
}
