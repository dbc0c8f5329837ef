// What somebody is told about his microphone: that he speaks while it is off, or that nothing comes from it.

/** So loud is speech, and so silent only a microphone that is off by a switch of its own. */
const SPEECH = 0.45
const NOTHING = 0.001
const SPOKEN_MS = 500
const SILENT_MS = 5000

export type Nudge = 'muted' | 'silent'

/** What was noticed so far. */
export interface Noticed {
  /** For how long he has spoken while it is off, and for how long nothing has come while it is on. */
  readonly spoken: number
  readonly silent: number
  readonly nudge: Nudge | undefined
}

export const nothing: Noticed = { spoken: 0, silent: 0, nudge: undefined }

/** `level` over the last so many milliseconds. */
export function notice(before: Noticed, on: boolean, level: number, ms: number): Noticed {
  const spoken = on ? 0 : spokenSince(before.spoken, level, ms)
  const silent = on && level <= NOTHING ? before.silent + ms : 0
  if (spoken >= SPOKEN_MS) return { spoken, silent, nudge: 'muted' }
  if (silent >= SILENT_MS) return { spoken, silent, nudge: 'silent' }
  // Who was told that he is muted is told so until he has been quiet for a while.
  const stays = before.nudge === 'muted' && !on && spoken > 0
  return { spoken, silent, nudge: stays ? 'muted' : undefined }
}

/** Between words it is forgotten slowly. */
const spokenSince = (before: number, level: number, ms: number) =>
  level > SPEECH ? Math.min(SPOKEN_MS, before + ms) : Math.max(0, before - ms / 8)
