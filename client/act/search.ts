// Looking for what was said: by itself as far back as it takes to have something to show.
import type { RoomId } from '#protocol/id.ts'
import type { Result } from '#protocol/message.ts'
import type { Session } from '../session.ts'

export interface Finds {
  readonly messages: Result<'chat.search'>['messages']
  /** So far back it has looked, if there is more. */
  readonly before?: number | undefined
  readonly asking: boolean
  readonly trouble: string
}

const ENOUGH = 30
/** So many pieces of the log are looked through at once. After them it takes its time: he may want to say something. */
const AT_ONCE = 4
const REST = 1000

export class Search {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  /** Tells after each piece what there is by now, in addition to what was found before. */
  async *look(
    room: RoomId,
    text: string,
    { messages, before }: Pick<Finds, 'messages' | 'before'>,
  ): AsyncGenerator<Finds, void> {
    const enough = messages.length + ENOUGH
    const finds = (asking: boolean, trouble = ''): Finds => ({ messages, before, asking, trouble })
    try {
      for (let piece = 0; ; piece++) {
        yield finds(true)
        if (piece >= AT_ONCE) await new Promise(rested => setTimeout(rested, REST))
        const part = await this.#ask(room, text, before)
        messages = [...messages, ...part.messages]
        before = part.before
        if (before === undefined || messages.length >= enough) return yield finds(false)
      }
    } catch (error) {
      yield finds(false, this.#session.sentenceOf(error))
    }
  }

  #ask(room: RoomId, text: string, before: number | undefined): Promise<Result<'chat.search'>> {
    return this.#session.ask({ type: 'chat.search', room, text, ...(before !== undefined && { before }) })
  }
}
