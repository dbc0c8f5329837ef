// Text in which people are mentioned, each mention marked, and the visitor's own more.
import type { Mentions } from '#protocol/mention.ts'
import { namesOf, piecesOf } from '../state/mentions.ts'
import { useVisit } from './context.ts'

export function MarkedText({ text, mentions }: { text: string; mentions: Mentions | undefined }) {
  const { room, me, groups } = useVisit().session.state.value
  const names = room && mentions ? namesOf(mentions, room, groups) : []
  const isMine = (mentioned: string) =>
    names.some(
      ({ name, person, mine }) =>
        (mine || (person && person === me?.person)) && name.toLowerCase() === mentioned.toLowerCase(),
    )
  return (
    <>
      {piecesOf(
        text,
        names.map(({ name }) => name),
      ).map(({ text, name }, index) =>
        name ? (
          <mark key={index} class={isMine(name) ? 'mention self' : 'mention'}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </>
  )
}
