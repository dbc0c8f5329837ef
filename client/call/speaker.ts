// The speaker by which a call is heard, where the browser lets one choose.

export const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype

/** One that is not there any more leaves it at the usual one. */
export async function setSpeaker(element: HTMLMediaElement, id: string | undefined): Promise<void> {
  if (canChooseSpeaker && element.sinkId !== (id ?? '')) await element.setSinkId(id ?? '').catch(() => {})
}

const NOTES = [523, 659, 784]
const NOTE = 0.18

/** Three notes, one after the other. */
export async function playTest(speaker: string | undefined): Promise<void> {
  const context = new AudioContext()
  const out = context.createMediaStreamDestination()
  const volume = new GainNode(context, { gain: 0.2 })
  volume.connect(out)
  for (const [at, frequency] of NOTES.entries()) {
    const tone = new OscillatorNode(context, { frequency })
    tone.connect(volume)
    tone.start(context.currentTime + at * NOTE)
    tone.stop(context.currentTime + (at + 1) * NOTE)
    if (at === NOTES.length - 1) tone.onended = () => void context.close()
  }
  const element = new Audio()
  element.srcObject = out.stream
  await setSpeaker(element, speaker)
  await element.play()
}
