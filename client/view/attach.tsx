// The ways in which files come: the button, the clipboard, and whatever is dropped onto the room.
import { useEffect, useRef, useState } from 'preact/hooks'
import { may, type Room } from '../state/state.ts'
import { useTexts, useVisit } from './context.ts'
import { Icon } from './icon.tsx'

export function Attach({ room }: { room: Room }) {
  const { acts } = useVisit()
  const t = useTexts().talk.files
  const input = useRef<HTMLInputElement>(null)
  const dropping = useArrivals(files => acts.files.choose(room, files))
  // Whoever goes to another room takes nothing along.
  useEffect(() => () => acts.files.clear(room.id), [room.id])
  const choose = () => {
    acts.files.choose(room, [...(input.current?.files ?? [])])
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <input ref={input} type="file" multiple hidden aria-label={t.title} onChange={choose} />
      <button
        type="button"
        class="sign attach"
        aria-label={t.attach}
        title={t.attach}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </button>
      {dropping && (
        <div class="drop" aria-hidden="true">
          <p>
            <Icon name="clip" /> {t.drop}
          </p>
        </div>
      )}
    </>
  )
}

export const mayAttach = (room: Room) => room.fileLimit > 0 && may(room, 'file.offer')

/** Told of pasted and dropped files; true while some are held over the page. */
function useArrivals(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const told = useRef(onFiles)
  told.current = onFiles
  useEffect(() => {
    const ears = new AbortController()
    const hear = <T extends Event>(type: string, ear: (event: T) => void) =>
      document.addEventListener(type, ear as (event: Event) => void, { signal: ears.signal })
    hear<ClipboardEvent>('paste', event => {
      const files = pasted(event)
      if (files.length === 0) return
      event.preventDefault()
      told.current(files)
    })
    hear<DragEvent>('dragover', event => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    })
    // Nothing related means that it left the page.
    hear<DragEvent>('dragleave', event => event.relatedTarget === null && setOver(false))
    hear<DragEvent>('drop', event => {
      setOver(false)
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      const files = dropped(event.dataTransfer)
      if (files.length > 0) told.current(files)
    })
    return () => ears.abort()
  }, [])
  return over
}

/** A table copied from a document is a picture too: then the text is meant. In other fields nothing is attached. */
function pasted({ clipboardData, target }: ClipboardEvent): File[] {
  const elsewhere = target instanceof Element && target.closest('dialog, input, .edit')
  if (!clipboardData || elsewhere || clipboardData.getData('text/plain') !== '') return []
  return [...clipboardData.files]
}

/** Folders cannot be sent. */
function dropped({ items }: DataTransfer): File[] {
  const files = [...items].filter(item => item.kind === 'file' && !item.webkitGetAsEntry()?.isDirectory)
  return files.flatMap(item => item.getAsFile() ?? [])
}
