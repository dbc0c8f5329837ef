// Beside the talk: what was said here, found by its words.
import type { Message } from '#protocol/chat.ts'
import { PHRASE_LENGTH } from '#protocol/limits.ts'
import type { Finds } from '../act/search.ts'
import type { Texts } from '../language/texts.ts'
import { excerptOf } from '../state/found.ts'
import type { Room } from '../state/state.ts'
import { useFormats, useTexts, useVisit } from './context.ts'
import { focusOn } from './focus.ts'
import { useSearch } from './searching.ts'
import { Side } from './side.tsx'

/** As wide, it covers the talk. */
const COVERS = '(max-width: 879.9px)'

interface Props {
  readonly room: Room
  readonly text: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

export function Search({ room, text, onText, onClose }: Props) {
  const { acts } = useVisit()
  const t = useTexts().search
  const { finds, further } = useSearch(room.id, text)
  const jump = ({ seq }: Message) => {
    if (matchMedia(COVERS).matches) onClose()
    void acts.pages.jump(room, seq)
  }
  const lookFurther = () => {
    focusOn('#search')
    further()
  }
  const found = finds?.messages.flatMap(message => asItIsNow(room, message)) ?? []
  return (
    <Side id="search" title={t.title} closing={t.close} open focus="input" onClose={onClose}>
      <search>
        <input
          type="search"
          value={text}
          maxLength={PHRASE_LENGTH}
          aria-label={t.words}
          placeholder={t.words}
          autocomplete="off"
          enterkeyhint="search"
          onInput={event => onText(event.currentTarget.value)}
        />
      </search>
      <p role="status" class={finds?.trouble ? 'trouble' : 'soft'}>
        {finds && stateOf(finds, found.length, t)}
      </p>
      <ul>
        {found.map(message => (
          <li key={message.id}>
            <Hit message={message} sought={text} onClick={() => jump(message)} />
          </li>
        ))}
      </ul>
      {finds?.before !== undefined && !finds.asking && (
        <button type="button" class="button small" onClick={lookFurther}>
          {t.lookFurther}
        </button>
      )}
    </Side>
  )
}

function Hit({ message, sought, onClick }: { message: Message; sought: string; onClick: () => void }) {
  const formats = useFormats()
  const { name, at } = message
  return (
    <button type="button" class="hit" onClick={onClick}>
      <span class="by">
        <strong class="snippet">{name}</strong>
        <time dateTime={new Date(at).toISOString()} title={formats.moment(at)}>
          {formats.when(at)}
        </time>
      </span>
      <span class="excerpt" dir="auto">
        {excerptOf(message, sought).map(({ text, found }, index) =>
          found ? <mark key={index}>{text}</mark> : text,
        )}
      </span>
    </button>
  )
}

function stateOf({ asking, trouble, before }: Finds, count: number, t: Texts['search']): string {
  if (trouble) return trouble
  if (asking) return count === 0 ? t.looking : t.lookingFurther
  if (count === 0) return before === undefined ? t.nothing : t.nothingSoFar
  return before === undefined ? t.found(count) : t.foundSoFar(count)
}

/** It may have been edited or deleted since it was found. */
function asItIsNow(room: Room, message: Message): readonly Message[] {
  const now = room.messages.find(({ id }) => id === message.id) ?? message
  return now.deleted ? [] : [now]
}
