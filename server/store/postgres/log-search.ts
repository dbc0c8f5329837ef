// Looking through what was said in a room, from the newest back, a piece at a time. There is no index: every message
// would have to pay for it, and a piece takes the time of a blink.
import type { RoomId } from '#protocol/id.ts'
import { Refusal } from '#protocol/refusal.ts'
import { Lanes } from '../../base/lane.ts'
import type { Finds, Wanted } from '../store.ts'
import type { Connection } from './connection.ts'
import { asMessage, MESSAGE, type MessageRow } from './rows.ts'

const PIECE_BYTES = 8 * 1024 * 1024
/** What reading a message takes besides its text, told in bytes. */
const EACH = 64
const MOST_WAITING = 20

export class LogSearch {
  readonly #connection: Connection
  /** One at a time: whoever talks meanwhile needs the rest of the machine. */
  readonly #turns = new Lanes()
  #waiting = 0

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async find(room: RoomId, wanted: Wanted, most: number): Promise<Finds> {
    if (this.#waiting >= MOST_WAITING) throw new Refusal('search.busy')
    this.#waiting++
    try {
      return await this.#turns.run('search', () => this.#look(room, wanted, most))
    } finally {
      this.#waiting--
    }
  }

  async #look(room: RoomId, { patterns, before }: Wanted, most: number): Promise<Finds> {
    const [beyond] = await this.#connection.query<{ seq: number }>(BEYOND, [room, before, PIECE_BYTES])
    const end = beyond?.seq ?? 0
    const rows = await this.#connection.query<MessageRow>(FIND, [room, before, end, patterns, most])
    return { messages: rows.map(asMessage), ...(beyond && { before: end + 1 }) }
  }
}

/** The first message that is too much for this piece. */
const BEYOND = `
  select seq from (
    select seq, sum(octet_length(text) + ${EACH}) over (order by seq desc) as bytes
    from message where room = $1 and seq < $2
  ) as log where bytes > $3 order by seq desc limit 1`

const FIND = `
  select ${MESSAGE} from message m
  where room = $1 and seq < $2 and seq > $3 and deleted is null and (
    case when extras ? 'files' then concat(text, ' ', jsonb_path_query_array(extras, '$.files[*].name')) else text end
  ) collate "C" ~ all($4)
  order by seq desc limit $5`
