// Two pages that talk to each other through a relay and in no other way: what comes out at either end.
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import type { IceServers } from '#protocol/live.ts'
import { CHROMIUM, FLAGS } from '../browser/rig.ts'

type Servers = IceServers['servers']

const MEDIA = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--allow-loopback-in-peer-connection',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  // The certificate of the TURN server is made for the test.
  '--ignore-certificate-errors',
]

export const openMediaBrowser = () =>
  chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...MEDIA], timeout: 30_000 })

export interface End {
  readonly frames: number
  readonly energy: number
  /** Of the pair that is in use: what either candidate is, and how this one speaks to its relay. */
  readonly kinds: readonly [own: string, other: string]
  readonly protocol: string
}

export class RelayedCall {
  readonly #pages: readonly [Page, Page]

  private constructor(pages: readonly [Page, Page]) {
    this.#pages = pages
  }

  static async open(browser: Browser, servers: readonly [Servers, Servers]): Promise<RelayedCall> {
    const [caller, called] = [await openPage(browser, servers[0]), await openPage(browser, servers[1])]
    const offer = await caller.evaluate(describe, undefined)
    const answer = await called.evaluate(describe, offer)
    await caller.evaluate(describe, answer)
    return new RelayedCall([caller, called])
  }

  ends(): Promise<[End, End]> {
    const [one, other] = this.#pages
    return Promise.all([one.evaluate(look), other.evaluate(look)])
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const page of this.#pages) await page.context().close()
  }
}

/** Frames come out at either end, and sound, and more of them as time goes by. */
export async function sees(call: RelayedCall): Promise<void> {
  const rise = (before: readonly End[]) => async () =>
    (await call.ends()).map(({ frames, energy }, at) => [
      frames > (before[at]?.frames ?? 0) + 15,
      energy > (before[at]?.energy ?? 0),
    ])
  const both = [
    [true, true],
    [true, true],
  ]
  await expect.poll(rise([])).toEqual(both)
  await expect.poll(rise(await call.ends())).toEqual(both)
}

/** The numbers of the errors with which the servers answer who wants a candidate. */
export async function errorsOf(browser: Browser, servers: Servers): Promise<number[]> {
  const page = await openPage(browser, servers)
  await page.evaluate(describe, undefined)
  const errors = await page.evaluate(() => (window as unknown as Talking).errors)
  await page.context().close()
  return errors
}

interface Talking {
  peer: RTCPeerConnection
  errors: number[]
}

async function openPage(browser: Browser, servers: Servers): Promise<Page> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] })
  const page = await context.newPage()
  await page.route('http://localhost/**', route =>
    route.fulfill({ contentType: 'text/html', body: '<p>A call' }),
  )
  await page.goto('http://localhost/')
  await page.evaluate(async iceServers => {
    const peer = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' })
    const talking = Object.assign(window as unknown as Talking, { peer, errors: [] as number[] })
    peer.addEventListener('icecandidateerror', ({ errorCode }) => talking.errors.push(errorCode))
    peer.addEventListener('track', ({ track, streams: [stream] }) => {
      const element = document.createElement(track.kind) as HTMLMediaElement
      element.autoplay = true
      element.srcObject = stream ?? null
      document.body.append(element)
    })
    const video = { width: 320, height: 180, frameRate: 15 }
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video })
    for (const track of stream.getTracks()) peer.addTrack(track, stream)
  }, servers as RTCIceServer[])
  return page
}

/** Takes what the other side says, if anything, and says its own when all candidates are there. */
async function describe(said?: RTCSessionDescriptionInit): Promise<RTCSessionDescriptionInit | undefined> {
  const { peer } = window as unknown as Talking
  if (said) await peer.setRemoteDescription(said)
  if (said?.type === 'answer') return undefined
  await peer.setLocalDescription()
  while (peer.iceGatheringState !== 'complete')
    await new Promise(done => peer.addEventListener('icegatheringstatechange', done, { once: true }))
  return peer.localDescription?.toJSON()
}

async function look(): Promise<End> {
  const { peer } = window as unknown as Talking
  const all = [...(await peer.getStats()).values()]
  const one = (type: string, fits: (entry: Record<string, string>) => boolean) =>
    all.find(entry => entry.type === type && fits(entry))
  const inbound = (kind: string) => one('inbound-rtp', entry => entry.kind === kind)
  const transport = one('transport', () => true)
  const pair = one('candidate-pair', ({ id }) => id === transport?.selectedCandidatePairId)
  const own = one('local-candidate', ({ id }) => id === pair?.localCandidateId)
  const other = one('remote-candidate', ({ id }) => id === pair?.remoteCandidateId)
  return {
    frames: inbound('video')?.framesDecoded ?? 0,
    energy: inbound('audio')?.totalAudioEnergy ?? 0,
    kinds: [own?.candidateType, other?.candidateType],
    protocol: own?.relayProtocol,
  }
}
