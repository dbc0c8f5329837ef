// A part of the page that is fetched when somebody wants it.
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'

export function lazy<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let known: FunctionComponent<Props> | undefined
  return (props: Props) => {
    const [Part, setPart] = useState(() => known)
    useEffect(() => {
      if (Part) return
      void load().then(part => {
        known = part
        setPart(() => part)
      })
    }, [])
    return Part ? <Part {...props} /> : null
  }
}
