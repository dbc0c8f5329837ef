// What every page outside a room stands in: the name of the house above, the page below.
import type { ComponentChildren } from 'preact'
import { Brand } from './brand.tsx'
import { useVisit } from './context.ts'
import { InWindow } from './framed.tsx'
import { Own } from './own.tsx'

interface Props {
  /** How the page is laid out: home is wider than the sheets at a door. */
  readonly kind?: 'home' | 'sheet'
  readonly children: ComponentChildren
}

export function Outside({ kind = 'sheet', children }: Props) {
  const { session } = useVisit()
  return (
    <div class="outside">
      <header class="top">
        {session.framed ? (
          <InWindow />
        ) : (
          <>
            <Brand />
            <Own />
          </>
        )}
      </header>
      <main class={kind}>{children}</main>
    </div>
  )
}
