// Keeps watch while nobody looks at the page: what was said meanwhile is unseen until somebody does.
import { signal } from '@preact/signals'
import type { Session } from './session.ts'
import { type Unseen, unseen } from './state/unseen.ts'

export class Watch {
  readonly unseen = signal<readonly Unseen[]>([])

  constructor(session: Session) {
    session.listen((heard, before) => {
      if (document.visibilityState === 'hidden') this.unseen.value = unseen(this.unseen.value, before, heard)
    })
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.unseen.value = []
    })
  }
}
