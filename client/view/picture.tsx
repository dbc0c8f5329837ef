// Choosing a picture of oneself, with a look at it before it is kept.
import { useRef, useState } from 'preact/hooks'
import { squared } from '../picture.ts'
import { myFace } from '../state/face.ts'
import type { Me } from '../state/state.ts'
import { Avatar } from './avatar.tsx'
import { useTexts } from './context.ts'
import { Trouble } from './trouble.tsx'

interface Props {
  readonly me: Me
  readonly name: string
  /** What was chosen: base64, null for none, undefined while nothing was. */
  readonly picture: string | null | undefined
  readonly onPicture: (picture: string | null) => void
}

export function PictureField({ me, name, picture, onPicture }: Props) {
  const t = useTexts().you.picture
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState(false)
  const face =
    picture === undefined ? myFace(me) : picture === null ? undefined : `data:image/png;base64,${picture}`
  const take = async () => {
    const file = input.current?.files?.[0]
    if (!file) return
    const made = await squared(file).catch(() => undefined)
    setWrong(!made)
    if (made) onPicture(made)
    if (input.current) input.current.value = ''
  }
  return (
    <div class="portrait">
      <Avatar name={name} face={face} size={72} />
      <div>
        <div class="row">
          <button type="button" class="button" onClick={() => input.current?.click()}>
            {t.choose}
          </button>
          {face && (
            <button type="button" class="button quiet" onClick={() => onPicture(null)}>
              {t.remove}
            </button>
          )}
        </div>
        <input
          ref={input}
          type="file"
          accept="image/*"
          aria-label={t.title}
          tabIndex={-1}
          hidden
          onChange={() => void take()}
        />
        <Trouble text={wrong ? t.unreadable : ''} />
      </div>
    </div>
  )
}
