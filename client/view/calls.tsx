// Text in which people are called, each call marked, and the visitor's own more.
import type { Mentions } from '#protocol/mention.ts'
import { callsIn, namesOf } from '../state/calls.ts'
import { useVisit } from './context.ts'

export function Calls({ text, mentions }: { text: string; mentions: Mentions }) {
  const { room, me, groups } = useVisit().session.state.value
  const names = room ? namesOf(mentions, room, groups) : []
  const isMine = (called: string) =>
    names.some(
      ({ name, person, mine }) =>
        (mine || (person && person === me?.person)) && name.toLowerCase() === called.toLowerCase(),
    )
  return (
    <>
      {callsIn(
        text,
        names.map(({ name }) => name),
      ).map(({ text, name }, index) =>
        name ? (
          <mark key={index} class={isMine(name) ? 'call self' : 'call'}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </>
  )
}
