// Two who agree on a connection while what they say is lost, late or meets, over connections that only keep the rules.
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Negotiation } from '../../client/call/negotiation.ts'
import { keeping, opposite, roleIn } from '../../client/call/role.ts'
import type { Heard, Said } from '../../client/call/signals.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Description = { type: 'offer' | 'answer'; sdp: string }
type Pair = { local: string; remote: string }

/** As browsers have it: which of its secrets it offered last, and to which of the other's it has agreed. */
class Connection {
  static count = 0
  signalingState: RTCSignalingState = 'stable'
  localDescription: Description | null = null
  remoteDescription: Description | null = null
  onnegotiationneeded = () => {}
  onicecandidate = () => {}
  agreed: Pair | undefined
  #wantsNew = false
  #secret = ''

  begin(): void {
    this.#wantsNew = true
    this.#need()
  }

  restartIce(): void {
    this.begin()
  }

  async setLocalDescription(): Promise<void> {
    const isAnswer = this.signalingState === 'have-remote-offer'
    const { remoteDescription: remote } = this
    const isNewThere = isAnswer && remote?.sdp !== this.agreed?.remote
    if (this.#wantsNew || isNewThere) this.#secret = `${++Connection.count}`
    if (isAnswer) this.#wantsNew = false
    this.localDescription = { type: isAnswer ? 'answer' : 'offer', sdp: this.#secret }
    this.signalingState = isAnswer ? 'stable' : 'have-local-offer'
    if (isAnswer && remote) this.agreed = { local: this.#secret, remote: remote.sdp }
  }

  async setRemoteDescription({ type, sdp }: Description): Promise<void> {
    if (type === 'answer' && this.signalingState !== 'have-local-offer') throw new Error('InvalidState')
    this.remoteDescription = { type, sdp }
    this.signalingState = type === 'offer' ? 'have-remote-offer' : 'stable'
    if (type === 'offer') return
    this.#wantsNew = false
    this.agreed = { local: this.#secret, remote: sdp }
  }

  #need(): void {
    if (this.signalingState === 'stable') setTimeout(() => this.onnegotiationneeded(), 0)
  }
}

/** Ann came first, so Ben offers. What they say waits until the test lets it arrive. */
function two() {
  const mail: { readonly to: 0 | 1; readonly said: Said }[] = []
  const connections = [new Connection(), new Connection()] as const
  const sides = connections.map((connection, at) => {
    const to = at === 0 ? 1 : 0
    const say = (said: Said) => void mail.push({ to, said })
    const terms = { offers: at === 1, polite: at === 0, say, onAgreed: () => {}, onOffer: () => {} }
    return new Negotiation(connection as never, terms)
  })
  const [ann, ben] = sides as [Negotiation, Negotiation]
  connections[1].begin()
  const settle = () => vi.advanceTimersByTimeAsync(1)
  const deliver = async () => {
    const { to, said } = mail.shift() ?? {}
    if (said && to !== undefined) sides[to]?.hear(said as Heard)
    await settle()
  }
  const all = async () => {
    for (let round = 0; mail.length > 0 && round < 50; round++) await deliver()
  }
  const match = () => {
    const [one, other] = connections.map(({ agreed }) => agreed)
    return one !== undefined && one.local === other?.remote && one.remote === other.local
  }
  return { ann, ben, mail, settle, deliver, all, match }
}

test('the later one offers, the other answers', async () => {
  const { mail, settle, all, match } = two()
  await settle()
  expect(mail).toHaveLength(1)
  await all()
  expect(match()).toBe(true)
})

test('who has heard nothing yet does not begin', async () => {
  const { ann, mail, settle } = two()
  await settle()
  mail.length = 0
  ann.restart()
  await settle()
  expect(mail).toEqual([])
})

test.each([
  ['an offer that is lost', 1],
  ['an answer that is lost', 2],
])('%s is made up for by the next', async (_what, lost) => {
  const { ben, mail, settle, deliver, all, match } = two()
  await settle()
  if (lost === 2) await deliver()
  mail.length = 0
  expect(ben.waits).toBe(true)
  ben.restart()
  await settle()
  await all()
  expect(match()).toBe(true)
})

test('of two offers that meet one gives way', async () => {
  const { ann, ben, settle, all, match } = two()
  await settle()
  await all()
  ann.restart()
  ben.restart()
  await settle()
  await all()
  expect(match()).toBe(true)
  expect([ann.waits, ben.waits]).toEqual([false, false])
})

test.each([
  ['at once when it is long ago', 600],
  ['soon when it was a moment ago', 100],
])('who does not give way says again what was lost, %s', async (_what, age) => {
  const { ann, ben, mail, settle, all, match } = two()
  await settle()
  await all()
  ben.restart()
  await settle()
  mail.length = 0
  await vi.advanceTimersByTimeAsync(age)
  ann.restart()
  await settle()
  await all()
  await vi.advanceTimersByTimeAsync(500)
  await all()
  expect(match()).toBe(true)
  expect(ann.waits).toBe(false)
})

test('a late answer is not taken for that to the next offer', async () => {
  const { ben, mail, settle, deliver, all, match } = two()
  await settle()
  await deliver()
  const late = mail.splice(0)
  ben.restart()
  await settle()
  mail.unshift(...late)
  await all()
  expect(match()).toBe(true)
})

test('what was agreed of the encryption is said by all later offers, and an open first offer stays open', () => {
  const offer = 'v=0\r\nm=audio\r\na=setup:actpass\r\nm=video\r\na=setup:actpass\r\n'
  expect(keeping(undefined, offer)).toBe(offer)
  expect(keeping('active', offer)).toBe(offer.replaceAll('actpass', 'active'))
  expect(roleIn(keeping('passive', offer))).toBe('passive')
  expect(roleIn(offer)).toBe(undefined)
  expect([opposite('active'), opposite('passive'), opposite(undefined)]).toEqual([
    'passive',
    'active',
    undefined,
  ])
})

test('whatever is lost, both agree soon after nothing is lost any more', async () => {
  const step = fc.constantFrom('ann restarts', 'ben restarts', 'arrives', 'is lost', 'time passes')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async steps => {
      const { ann, ben, mail, settle, deliver, all, match } = two()
      await settle()
      for (const what of steps) {
        if (what === 'ann restarts') ann.restart()
        if (what === 'ben restarts') ben.restart()
        if (what === 'is lost') mail.shift()
        if (what === 'time passes') await vi.advanceTimersByTimeAsync(600)
        if (what === 'arrives') await deliver()
        await settle()
      }
      // As a link does with an offer that nobody answers, and with a connection on which nothing is heard.
      for (let round = 0; round < 3; round++) {
        await vi.advanceTimersByTimeAsync(2500)
        for (const one of [ben, ann]) if (one.waits || !match()) one.restart()
        await settle()
        await all()
      }
      expect(match()).toBe(true)
      expect([ann.waits, ben.waits]).toEqual([false, false])
    }),
    { numRuns: 300 },
  )
})
