// How a link does, worked out of what the browser counts: each time from what has come since the last.

/** Of what a browser tells, as far as it does: they differ. */
export interface Entry {
  readonly id: string
  readonly type: string
  readonly [name: string]: unknown
}

/** What grows, at a moment. */
export interface Counted {
  readonly at: number
  readonly sent: number
  readonly received: number
  readonly arrived: number
  readonly lost: number
  /** Of what goes to him, in packets; he tells how many of them he has lost. */
  readonly gone: number
  readonly goneLost: number
}

export interface Measured {
  /** Relayed: by a third machine, which sees who talks to whom, and no picture or sound. */
  readonly route: 'direct' | 'relayed' | undefined
  /** Between here and the relay or the other. */
  readonly protocol: string
  /** There and back, in milliseconds. */
  readonly delay: number | undefined
  /** Of what he sends, of what goes to him, as parts of all. */
  readonly lostHere: number
  readonly lostThere: number
  /** In kbit/s: what comes and goes, and what would fit, if the browser has a guess. */
  readonly incoming: number
  readonly outgoing: number
  readonly room: number | undefined
}

const numberIn = (entry: Entry | undefined, name: string): number | undefined => {
  const value = entry?.[name]
  return typeof value === 'number' ? value : undefined
}

export function counted(entries: readonly Entry[], at: number): Counted {
  const all = (kind: string) => entries.filter(({ type }) => type === kind)
  const sum = (kind: string, name: string) =>
    all(kind).reduce((total, one) => total + (numberIn(one, name) ?? 0), 0)
  return {
    at,
    sent: sum('candidate-pair', 'bytesSent'),
    received: sum('candidate-pair', 'bytesReceived'),
    arrived: sum('inbound-rtp', 'packetsReceived'),
    lost: sum('inbound-rtp', 'packetsLost'),
    gone: sum('outbound-rtp', 'packetsSent'),
    goneLost: sum('remote-inbound-rtp', 'packetsLost'),
  }
}

export function measured(entries: readonly Entry[], now: Counted, before: Counted): Measured {
  const pair = selectedIn(entries)
  const at = (id: unknown) => entries.find(entry => entry.id === id)
  const [own, other] = [at(pair?.localCandidateId), at(pair?.remoteCandidateId)]
  const seconds = Math.max(0.001, (now.at - before.at) / 1000)
  const grown = (what: keyof Counted) => Math.max(0, now[what] - before[what])
  const rate = (bytes: number) => Math.round((bytes * 8) / 1000 / seconds)
  const delay = numberIn(pair, 'currentRoundTripTime')
  const fits = numberIn(pair, 'availableOutgoingBitrate')
  return {
    route: pair && routeOf(own, other),
    protocol: String(own?.relayProtocol ?? own?.protocol ?? ''),
    delay: delay === undefined ? undefined : Math.round(delay * 1000),
    lostHere: partOf(grown('lost'), grown('lost') + grown('arrived')),
    lostThere: partOf(grown('goneLost'), grown('gone')),
    incoming: rate(grown('received')),
    outgoing: rate(grown('sent')),
    room: fits === undefined ? undefined : Math.round(fits / 1000),
  }
}

const routeOf = (...ends: readonly (Entry | undefined)[]) =>
  ends.some(end => end?.candidateType === 'relay') ? 'relayed' : 'direct'

/** Chromium names it beside the transport, Firefox marks it. */
function selectedIn(entries: readonly Entry[]): Entry | undefined {
  const transport = entries.find(
    ({ type, selectedCandidatePairId }) => type === 'transport' && selectedCandidatePairId,
  )
  return entries.find(({ id, type, selected }) =>
    type !== 'candidate-pair'
      ? false
      : transport
        ? id === transport.selectedCandidatePairId
        : selected === true,
  )
}

const partOf = (some: number, all: number) => (all > 0 ? Math.min(1, some / all) : 0)

/** For one look at it, in three steps. */
export function strengthOf({ delay = 0, lostHere, lostThere }: Measured): 'good' | 'fair' | 'poor' {
  const lost = Math.max(lostHere, lostThere)
  if (lost > 0.1 || delay > 600) return 'poor'
  return lost > 0.03 || delay > 250 ? 'fair' : 'good'
}
