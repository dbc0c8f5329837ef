// Asks once more before something that cannot be undone.
import { Dialog } from './dialog.tsx'

interface Props {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly no: string
  readonly onYes: () => void
  readonly onClose: () => void
}

export function Confirm({ title, text, yes, no, onYes, onClose }: Props) {
  const confirm = () => {
    onClose()
    onYes()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p class="soft">{text}</p>
      <div class="row end">
        <button type="button" class="button" onClick={onClose}>
          {no}
        </button>
        <button type="button" class="button danger" onClick={confirm}>
          {yes}
        </button>
      </div>
    </Dialog>
  )
}
