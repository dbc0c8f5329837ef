// How one sees oneself in a call.
import { useVisit } from '../context.ts'
import { Tick } from '../tick.tsx'
import { useCallTexts } from './texts.tsx'

export function SelfView() {
  const { device } = useVisit()
  const t = useCallTexts().selfView
  const { selfView, mirror } = device.now
  return (
    <>
      <Tick {...t.see} on={selfView} onChange={selfView => device.set({ selfView })} />
      <Tick {...t.mirror} on={mirror} onChange={mirror => device.set({ mirror })} />
    </>
  )
}
