// The door of the page: lets in what is whole, so that nothing behind it has to doubt what it is told.
import type { Request, RequestType } from '#protocol/message.ts'
import type { Open } from './socket.ts'
import { noteBroken, noteUnknown } from './unknown.ts'
import { typeOf, type Words } from './words.ts'

/** `onMissing` is told when something was left out that may have changed what is shown. */
export function checked(open: Open, words: Words, onMissing: () => void): Open {
  return (hears, polling) => {
    const asked = new Map<unknown, RequestType>()
    const hear = (value: unknown) => {
      const type = typeOf(value)
      if (!words.knows(type)) return noteUnknown(type)
      const fact = words.fact(value)
      if (!fact) {
        noteBroken(type)
        // Without a welcome there is nothing to go on with.
        return type === 'welcome' ? wire.close() : onMissing()
      }
      if (fact.type !== 'done') return hears.message(fact)
      const { ref } = fact
      const request = asked.get(ref)
      asked.delete(ref)
      const result = request && words.result(request, fact.result)
      if (result !== undefined) return hears.message({ ...fact, result })
      if (request) noteBroken(`done of ${request}`)
      hears.message({ type: 'refused', ref, code: 'internal', text: '', retry: true })
    }
    const wire = open({ opened: hears.opened, message: hear, closed: hears.closed }, polling)
    const send = (message: object) => {
      const { ref, type } = message as Request
      if (ref !== undefined) asked.set(ref, type)
      wire.send(message)
    }
    return { send, close: wire.close }
  }
}
