// Two pages that talk to each other through a relay and in no other way: what comes out at either end.
import { type Browser, chromium } from 'playwright-core'
import puppeteer, { type Browser as Firefox } from 'puppeteer-core'
import { expect } from 'vitest'
import type { IceServers } from '#protocol/live.ts'
import { CHROMIUM, FLAGS } from '../browser/flags.ts'

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

/** Cameras and sounds of no device, and nothing to be asked. */
const IN_FIREFOX = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.peerconnection.ice.loopback': true,
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
}

export function openFirefox(): Promise<Firefox> {
  const program = { browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true } as const
  return puppeteer.launch({ ...program, extraPrefsFirefox: IN_FIREFOX })
}

export interface End {
  readonly frames: number
  readonly energy: number
  /** Of the pair that is in use: what either candidate is, and how this one speaks to its relay. */
  readonly kinds: readonly [own: string, other: string]
  readonly protocol: string
}

/** A page of either browser. */
export interface Talker {
  run<Given, Result>(task: (given: Given) => Result | Promise<Result>, given: Given): Promise<Result>
  close(): Promise<void>
}

export class RelayedCall {
  readonly #talkers: readonly [Talker, Talker]

  private constructor(talkers: readonly [Talker, Talker]) {
    this.#talkers = talkers
  }

  static async open(caller: Talker, called: Talker): Promise<RelayedCall> {
    const offer = await caller.run(describe, undefined)
    const answer = await called.run(describe, offer)
    await caller.run(describe, answer)
    return new RelayedCall([caller, called])
  }

  ends(): Promise<[End, End]> {
    const [one, other] = this.#talkers
    return Promise.all([one.run(look, undefined), other.run(look, undefined)])
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const talker of this.#talkers) await talker.close()
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
  const talker = await inChromium(browser, servers)
  await talker.run(describe, undefined)
  const errors = await talker.run(() => (window as unknown as Talking).errors, undefined)
  await talker.close()
  return errors
}

export async function inChromium(browser: Browser, servers: Servers): Promise<Talker> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] })
  const page = await context.newPage()
  await page.route('http://localhost/**', route =>
    route.fulfill({ contentType: 'text/html', body: '<p>A call' }),
  )
  await page.goto('http://localhost/')
  await page.evaluate(prepare, servers)
  return {
    run: (task, given) => page.evaluate(task as never, given) as Promise<never>,
    close: () => context.close(),
  }
}

/** On any page to which it gives a camera: one of this machine. */
export async function inFirefox(firefox: Firefox, url: string, servers: Servers): Promise<Talker> {
  const page = await firefox.newPage()
  await page.goto(url)
  await page.evaluate(prepare, servers)
  return {
    run: (task, given) => page.evaluate(task as never, given) as Promise<never>,
    close: () => page.close(),
  }
}

interface Talking {
  peer: RTCPeerConnection
  errors: number[]
}

/** The camera and the microphone on, and whatever comes is played. */
async function prepare(iceServers: RTCIceServer[]): Promise<void> {
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
