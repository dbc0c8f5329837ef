// How somebody came into a call last time, kept in this browser: which devices, and which of them were on.
import type { Chosen } from './own.ts'

const KEY = 'presence.live'

export interface Choice extends Chosen {
  readonly micOn: boolean
  readonly cameraOn: boolean
  readonly relayOnly: boolean
  /** He has chosen once. */
  readonly made: boolean
}

const first: Choice = { micOn: true, cameraOn: true, relayOnly: false, made: false }

export function keptChoice(): Choice {
  try {
    return choiceFrom(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    // Forbidden, or not ours.
    return first
  }
}

export function keepChoice(choice: Partial<Choice>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...keptChoice(), ...choice, made: true }))
  } catch {
    // Full or forbidden: next time he chooses again.
  }
}

function choiceFrom(said: unknown): Choice {
  const { mic, camera, speaker, micOn, cameraOn, relayOnly, made } = Object(said) as Record<string, unknown>
  const flag = (value: unknown, usual: boolean) => (typeof value === 'boolean' ? value : usual)
  return {
    ...(typeof mic === 'string' && { mic }),
    ...(typeof camera === 'string' && { camera }),
    ...(typeof speaker === 'string' && { speaker }),
    micOn: flag(micOn, first.micOn),
    cameraOn: flag(cameraOn, first.cameraOn),
    relayOnly: flag(relayOnly, first.relayOnly),
    made: flag(made, first.made),
  }
}
