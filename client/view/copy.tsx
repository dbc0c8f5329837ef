// A link to be copied.
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useTexts } from './context.ts'

const SAID_MS = 2000

interface Props {
  readonly label: string
  readonly url: string
  readonly main?: boolean
}

export function CopyField({ label, url, main = false }: Props) {
  const t = useTexts().links
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SAID_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    field.current?.select()
    setCopied(await copyText(url))
  }
  return (
    <div class="field copy">
      <label for={id}>{label}</label>
      <div class="row">
        <input
          id={id}
          ref={field}
          type="text"
          readOnly
          value={url}
          onFocus={event => event.currentTarget.select()}
        />
        <button type="button" class={main ? 'button main' : 'button'} onClick={() => void copy()}>
          <span aria-live="polite">{copied ? t.copied : t.copy}</span>
        </button>
      </div>
    </div>
  )
}

/** Where the clipboard is not open to pages (plain http), the selected text is copied the old way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return document.execCommand('copy')
  }
}
