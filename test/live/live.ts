// Being live in walks: cameras and microphones that are none, and what of them arrives at others.
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { inChromium } from '../browser/chromium.ts'
import type { Rig } from '../browser/rig.ts'

/** The camera shows a moving picture and the microphone beeps. */
export const LIVE_FLAGS = [
  '--use-fake-device-for-media-stream=display-media-type=browser',
  '--use-fake-ui-for-media-stream',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--allow-loopback-in-peer-connection',
  '--autoplay-policy=no-user-gesture-required',
]

export const inCalls = () => inChromium(LIVE_FLAGS)

const withDevices = { permissions: ['camera', 'microphone'] }

/** Somebody with a camera and a microphone, whose connections can be asked. */
export async function caller(rig: Rig, name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await rig.person(name, { ...withDevices, ...options })
  await page.addInitScript(noteConnections)
  return page
}

declare global {
  /** The connections of a page. */
  const made: RTCPeerConnection[]
}

/** In the page, before anything else of it. */
export function noteConnections(): void {
  const made: RTCPeerConnection[] = []
  Object.assign(window, { made })
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(config?: RTCConfiguration) {
      super(config)
      made.push(this)
    }
  }
}

interface Arrived {
  readonly frames: number
  readonly energy: number
}

/** In the page: what has come in on each of its connections so far. */
export async function countArrived(): Promise<Arrived[]> {
  const open = made.filter(one => one.connectionState !== 'closed')
  const reports = await Promise.all(open.map(async one => [...(await one.getStats()).values()]))
  return reports.map(report => {
    const of = (kind: string) => report.filter(one => one.type === 'inbound-rtp' && one.kind === kind)
    const sum = (all: { [name: string]: number }[], name: string) =>
      all.reduce((total, one) => total + (one[name] ?? 0), 0)
    return { frames: sum(of('video'), 'framesDecoded'), energy: sum(of('audio'), 'totalAudioEnergy') }
  })
}

/** A page, led by whatever. */
export interface Asked {
  evaluate(what: typeof countArrived): Promise<Arrived[]>
}

export const arrived = (page: Asked): Promise<Arrived[]> => page.evaluate(countArrived)

/** More pictures and more sound come in from so many others. */
export async function flows(page: Asked, others: number): Promise<void> {
  await vi.waitFor(async () => expect(await arrived(page)).toHaveLength(others), { timeout: 15_000 })
  const before = await arrived(page)
  await vi.waitFor(
    async () => {
      const now = await arrived(page)
      for (const [at, { frames, energy }] of before.entries()) {
        expect(now[at]?.frames).toBeGreaterThan(frames + 5)
        expect(now[at]?.energy).toBeGreaterThan(energy)
      }
    },
    { timeout: 15_000, interval: 250 },
  )
}

export async function goLive(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Go|Join) live$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByRole('toolbar', { name: 'Call' }).waitFor()
}

/** A room with these people, all of them live. */
export async function live<const Names extends readonly string[]>(rig: Rig, ...names: Names) {
  const pages: Page[] = []
  let link = ''
  for (const name of names) {
    const page = await caller(rig, name)
    if (link) await rig.enter(page, link)
    else link = await rig.startRoom(page)
    await goLive(page)
    pages.push(page)
  }
  return pages as { [At in keyof Names]: Page }
}

export const tile = (page: Page, name: string) =>
  page.getByRole('region', { name: 'People who are live' }).getByRole('listitem', { name, exact: true })

/** New pictures of somebody come in, and differ from each other. */
export async function seen(page: Page, name: string): Promise<void> {
  const video = tile(page, name).locator('video')
  await video.waitFor()
  await video.evaluate(
    (element: HTMLVideoElement) =>
      new Promise<void>(done => {
        let count = 0
        const next = () => (++count > 5 ? done() : element.requestVideoFrameCallback(next))
        element.requestVideoFrameCallback(next)
      }),
  )
}

/** How long somebody's picture stood still at the most from now on, until it is asked; how old it is then, and whether it is the same. */
export async function watched(page: Page, name: string) {
  const video = tile(page, name).locator('video')
  const handle = await video.evaluateHandle((element: HTMLVideoElement) => {
    const watch = { element, longest: 0, last: performance.now() }
    let shown: number | undefined
    const next: VideoFrameRequestCallback = (_, { rtpTimestamp }) => {
      element.requestVideoFrameCallback(next)
      // The same picture once more: something else of the page was drawn anew.
      if (rtpTimestamp === shown) return
      shown = rtpTimestamp
      const now = performance.now()
      watch.longest = Math.max(watch.longest, now - watch.last)
      watch.last = now
    }
    element.requestVideoFrameCallback(next)
    return watch
  })
  return () =>
    handle.evaluate(({ element, longest, last }) => {
      const isSame = element.isConnected
      const age = performance.now() - last
      return { isSame, age, longest: isSame ? Math.max(longest, age) : longest }
    })
}
