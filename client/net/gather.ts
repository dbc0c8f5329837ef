// What comes in a burst is handed on together, once a frame: a crowd that talks is drawn no more often than one who does.
import type { ServerMessage } from '#protocol/message.ts'
import type { Open } from './socket.ts'

type Run = (run: () => void) => void

/** `next` waits for the next frame, `together` makes one change of many. What comes alone does not wait. */
export function gathering(open: Open, next: Run, together: Run): Open {
  return (hears, polling) => {
    const waiting: ServerMessage[] = []
    let isResting = false
    const handOn = () => {
      isResting = true
      next(rested)
      together(() => {
        // One at a time: should one of them fail, the others still come.
        for (let one = waiting.shift(); one; one = waiting.shift()) hears.message(one)
      })
    }
    const rested = () => {
      isResting = false
      if (waiting.length > 0) handOn()
    }
    const message = (one: ServerMessage) => {
      waiting.push(one)
      if (!isResting) handOn()
    }
    const closed = () => {
      if (waiting.length > 0) handOn()
      hears.closed()
    }
    return open({ ...hears, message, closed }, polling)
  }
}
