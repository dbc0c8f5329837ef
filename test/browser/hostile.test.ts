// Whatever people call themselves, their rooms and their files, and whatever they say: it is text, and nothing runs.
// needs: chromium
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { RoomId } from '#protocol/id.ts'
import { NAME_LENGTH, TOPIC_LENGTH } from '#protocol/limits.ts'
import { cleanName } from '../../client/state/clean.ts'
import { bring } from '../support/files.ts'
import { roomy } from '../support/limits.ts'
import { markedPayloads, payloads } from '../support/payloads.ts'
import { Person } from '../support/person.ts'
import { inChromium } from './chromium.ts'
import type { Rig } from './rig.ts'

const open = inChromium()

const all = [...payloads.map(typed => [typed, typed] as const), ...markedPayloads]
/** So many fit on a page, whatever it leaves out. */
const AT_ONCE = 8

test('two hundred payloads as message, name, file name, room name and topic: all of it is text', async () => {
  expect(all.length).toBeGreaterThanOrEqual(200)
  await using rig = await open(roomy, { remember: true })
  const mallory = await Person.come(rig.server, { name: 'Mallory' })
  const { id: room, link } = await mallory.startRoom()
  const ann = await rig.person('Ann')
  const ran = await canary(ann)
  await rig.enter(ann, rig.url + link)

  // What the page is made of when nobody means harm.
  await mallory.ask({ type: 'room.name', room, name: 'Plans' })
  await tell(
    rig,
    mallory,
    room,
    '**b** *i* `c` https://a.example\n> q\n\n- l\n\n1. n\n\n```\nc\n```',
    'plan.txt',
  )
  await ann.locator('.message .file').waitFor()
  const usual = await makeUp(ann)

  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE)
    const said: Told[] = []
    for (const [typed] of some) said.push(await tell(rig, mallory, room, typed, typed))
    const last = said.at(-1)?.seq ?? 0
    await ann.locator(`[data-seq="${last}"]`).waitFor()
    const seen = await Promise.all(said.map(({ seq }) => look(ann, seq)))
    expect(seen).toEqual(
      some.map(([, shown], index) => ({ text: shown, name: said[index]?.name, file: said[index]?.file })),
    )
    expect(await makeUp(ann, usual)).toEqual(usual)
  }

  for (const [typed] of all) {
    const name = nameOf(typed)
    await mallory.ask({ type: 'room.set', room, topic: name.slice(0, TOPIC_LENGTH) })
    await mallory.ask({ type: 'room.name', room, name })
    await ann.waitForFunction(
      name => document.querySelector('header.head h1')?.textContent === name && document.title.includes(name),
      name,
    )
  }
  expect(await makeUp(ann, usual)).toEqual(usual)
  expect(ran).toEqual([])
})

type Told = Awaited<ReturnType<typeof tell>>

/** What may run in the page says so here. */
async function canary(page: Page): Promise<string[]> {
  const ran: string[] = []
  await page.exposeFunction('canary', () => void ran.push('canary'))
  page.on('dialog', dialog => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('popup', () => void ran.push('popup'))
  page.on('framenavigated', frame => frame !== page.mainFrame() && void ran.push('frame'))
  return ran
}

/** A name from a payload, as the server takes it: of two that are the same nobody could be told apart. */
const nameOf = (payload: string): string => cleanName(payload)?.slice(0, NAME_LENGTH) ?? 'nothing'

/** Mallory calls himself so, and says so with a file that is called so. */
async function tell(rig: Rig, mallory: Person, room: RoomId, text: string, file: string) {
  const name = nameOf(text)
  await mallory.ask({ type: 'me.rename', name })
  const { id, name: called } = await bring(rig.server, mallory, room, Buffer.from('x'), file)
  const key = `k${mallory.heard.length}` as never
  const { seq } = await mallory.ask({ type: 'chat.send', room, key, text, files: [id] })
  return { seq, name, file: called }
}

/** A message as it is read. */
async function look(page: Page, seq: number) {
  const message = page.locator(`.message[data-seq="${seq}"]`)
  return message.evaluate(message => ({
    text: message.querySelector('.text')?.textContent,
    name: message.closest('.group')?.querySelector('.by strong')?.textContent,
    file: message.querySelector('.file .name')?.textContent,
  }))
}

/** The kinds of elements and attributes there are, and where links lead; with what was there before. */
function makeUp(page: Page, before: readonly string[] = []): Promise<string[]> {
  return page.evaluate(before => {
    const parts = new Set(before)
    for (const element of document.querySelectorAll('*')) {
      parts.add(element.localName)
      for (const { name } of element.attributes) parts.add(`${element.localName} ${name}`)
      if (element instanceof HTMLAnchorElement) parts.add(`leads to ${element.protocol}`)
    }
    return [...parts].sort()
  }, before)
}
