// What every memory must find, whatever it looks with.
import { nanoid } from 'nanoid'
import { expect, test } from 'vitest'
import type { RoomId } from '#protocol/id.ts'
import { patternsOf } from '#protocol/words.ts'
import type { Store } from '../../server/store/store.ts'
import { named, said } from './store.ts'

/** A text, what somebody looks for, and whether he finds it. */
export const texts: readonly (readonly [text: string, sought: string, found: boolean])[] = [
  ['The garden party', 'garden', true],
  ['The garden party', 'PARTY the', true],
  ['The garden party', 'gard part', true],
  ['The garden party', 'arden', false],
  ['The garden party', 'garden shed', false],
  ['The 20 of May 2026', '2026 20', true],
  ['Hello Zoë', 'zoe', true],
  ['Hello Zoe', 'Zoë', true],
  ['e\u0301clair', 'éclair', true],
  ['éclair', 'e\u0301CL', true],
  ['Kjære Bjørn', 'kjaere bjorn', true],
  ['Kjaere Bjorn', 'kjære bjørn', true],
  ['Große Straße', 'strasse', true],
  ['Grosse Strasse', 'straße', true],
  ['İstanbul ısı', 'istanbul isi', true],
  ['the ﬁnal', 'final', true],
  ['ＡＢＣ １２', 'abc 12', true],
  ['ПРИВЕТ, мир', 'привет', true],
  ['ΑΘΗΝΑ', 'αθηνα', true],
  ['don’t', "don't", true],
  ['see a_file-name.txt', 'name file txt', true],
  ['(quoted) «so» “too” „und“', 'quoted so too und', true],
  ['C++ [x] {y} a|b ^$ \\d', 'c x y b d', true],
  ['我喜欢花园', '花园', true],
  ['我喜欢花园', '园花', false],
  ['我用Linux', 'linux', true],
  ['カタカナ', 'タカ', true],
  ['สวัสดีครับ', 'ครับ', true],
  ['한국어 공부', '한국', true],
  ['한국어 공부', '국어', false],
  ['नमस्ते दुनिया', 'दुनि', true],
  ['party🎉', '🎉', true],
  ['party 🎉', '🎈', false],
  ['𠮷野家', '野家', true],
  ['line\nbreak', 'break', true],
]

const PIECE = 8 * 1024 * 1024

export function searchContract(open: () => Store): void {
  const find = async (room: RoomId, sought: string, most = 100, before = 1_000_000) => {
    const found = await open().search(room, { patterns: patternsOf(sought), before }, most)
    return { seqs: found.messages.map(({ seq }) => seq), before: found.before }
  }

  test('[CH24] texts are found by their words, as they are found anywhere else', async () => {
    const { room } = await named(open())
    await open().append(texts.map(([text], at) => said(room, at + 2, text)))
    for (const [at, [text, sought, found]] of texts.entries())
      expect((await find(room, sought)).seqs.includes(at + 2), `${sought} in ${text}`).toBe(found)
  })

  test('[CH24] files are found by their names, and nothing by how it is kept', async () => {
    const { room } = await named(open())
    const row = said(room, 2, '')
    const files = [{ id: nanoid() as never, name: 'Été "2026".pdf', size: 5, type: 'application/pdf' }]
    await open().append([{ room, fact: { ...row.fact, message: { ...row.fact.message, files } } }])
    expect((await find(room, 'ete 2026')).seqs).toEqual([2])
    for (const sought of ['size', 'application', 'name']) expect((await find(room, sought)).seqs).toEqual([])
  })

  test('[CH24] the newest come first, so many at a time, and only of this room', async () => {
    const [{ room }, other] = [await named(open()), await named(open())]
    await open().append([2, 3, 4, 5, 6].map(seq => said(room, seq, `apple ${seq}`)))
    await open().append([said(other.room, 2, 'apple')])
    expect((await find(room, 'apple', 2)).seqs).toEqual([6, 5])
    expect((await find(room, 'apple', 2, 5)).seqs).toEqual([4, 3])
    expect(await find(room, 'apple', 2, 3)).toEqual({ seqs: [2], before: undefined })
  })

  test('[CH24] a long log is looked through piece by piece, from the newest back, without a gap', async () => {
    const { room } = await named(open())
    const page = 'x'.repeat(8000)
    const count = Math.ceil((2.5 * PIECE) / page.length)
    for (let seq = 2; seq < count; seq += 500)
      await open().append(
        Array.from({ length: Math.min(500, count - seq) }, (_, at) =>
          said(room, seq + at, (seq + at) % 400 === 2 ? `needle ${page}` : page),
        ),
      )
    const seqs: number[] = []
    let pieces = 0
    for (let before: number | undefined = count; before; pieces++) {
      const found: Awaited<ReturnType<typeof find>> = await find(room, 'needle', 100, before)
      seqs.push(...found.seqs)
      before = found.before
    }
    expect(seqs).toEqual(
      Array.from({ length: Math.ceil((count - 2) / 400) }, (_, at) => at * 400 + 2).reverse(),
    )
    expect(pieces).toBe(3)
  })

  test('[CH24] of very many who search at once some are told to try again', async () => {
    const { room } = await named(open())
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => find(room, 'one')))
    const refused = all.flatMap(one => (one.status === 'rejected' ? one.reason.code : []))
    expect(new Set(refused)).toEqual(new Set(['search.busy']))
    expect(refused.length).toBeLessThan(50)
    expect((await find(room, 'one')).seqs).toEqual([1])
  })
}
