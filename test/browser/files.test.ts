// Files go from one browser to another: pasted, dropped, chosen; seen, saved, and gone with their message.
// needs: chromium
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { png } from '../support/png.ts'
import { inChromium } from './chromium.ts'
import { say } from './rig.ts'
import { nameIt } from './steps.ts'

const open = inChromium()

interface Given {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}
const garden = (width = 800, height = 500): Given => ({
  ...{ name: 'garden.png', type: 'image/png', bytes: png({ width, height }) },
})
const plan = (size = 300_000): Given => ({
  ...{ name: 'Plan of the garden.pdf', type: 'application/pdf', bytes: randomBytes(size) },
})

/** As the browser itself tells the page of it. */
async function give(page: Page, how: 'paste' | 'drop', ...files: readonly Given[]): Promise<void> {
  const told = files.map(({ name, type, bytes }) => ({ name, type, text: bytes.toString('base64') }))
  await page.evaluate(
    async ({ how, told }) => {
      const data = new DataTransfer()
      for (const { name, type, text } of told) {
        const bytes = Uint8Array.from(atob(text), sign => sign.charCodeAt(0))
        data.items.add(new File([bytes], name, { type }))
      }
      const about = { bubbles: true, cancelable: true }
      const target = document.querySelector('.composer textarea') ?? document.body
      if (how === 'paste')
        target.dispatchEvent(new ClipboardEvent('paste', { ...about, clipboardData: data }))
      else {
        document.body.dispatchEvent(new DragEvent('dragover', { ...about, dataTransfer: data }))
        document.body.dispatchEvent(new DragEvent('drop', { ...about, dataTransfer: data }))
      }
    },
    { how, told },
  )
}

const chips = (page: Page) => page.getByRole('list', { name: 'Files to send' }).getByRole('listitem')
const picture = (page: Page) => page.locator('.message:not(.pending) .picture img')

/** Loaded, with its own measures, in the place that was kept for it. */
const drawn = (page: Page) =>
  picture(page).evaluate(async image => {
    const { naturalWidth, clientWidth, clientHeight } = image as HTMLImageElement
    return { naturalWidth, clientWidth, clientHeight }
  })

async function saved(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ])
  expect(download.suggestedFilename()).toBe(name)
  return readFileSync((await download.path()) ?? '')
}

test('a picture is pasted and a file is dropped; the other sees and saves them, also after a restart, until they are deleted', async () => {
  await using rig = await open({}, { remember: true })
  const [ann, ben] = await rig.together('Ann', 'Ben')
  await nameIt(ann)
  await ben.getByRole('heading', { name: 'Plans' }).waitFor()
  const file = plan()
  await give(ann, 'paste', garden())
  await give(ann, 'drop', file)
  await expect.poll(() => chips(ann).count()).toBe(2)
  await say(ann, 'Look at this')
  await ben.getByText('Look at this').waitFor()
  await picture(ben).waitFor()
  await expect.poll(() => drawn(ben)).toEqual({ naturalWidth: 800, clientWidth: 400, clientHeight: 250 })
  expect(await chips(ann).count()).toBe(0)
  expect(await saved(ben, file.name)).toEqual(file.bytes)
  await rig.restart()
  await ben.reload()
  await ben.getByText('Look at this').waitFor()
  await expect.poll(() => drawn(ben)).toMatchObject({ naturalWidth: 800 })
  expect(await saved(ben, file.name)).toEqual(file.bytes)
  const address = `${rig.url}${await ben.getByRole('link', { name: file.name }).getAttribute('href')}`
  await ann.getByText('Look at this').hover()
  await ann.getByRole('button', { name: 'Delete' }).click()
  await ann.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await ben.getByText('This message was deleted').waitFor()
  expect(await picture(ben).count()).toBe(0)
  expect((await fetch(address)).status).toBe(404)
})

test('several at once go by the button, alone and without a word; a picture opens in full', async () => {
  await using rig = await open()
  const [ann, ben] = await rig.together('Ann', 'Ben')
  const files = [garden(40, 30), plan(10), plan(20)].map(({ name, type, bytes }) => ({
    name,
    mimeType: type,
    buffer: bytes,
  }))
  const chooser = ann.waitForEvent('filechooser')
  await ann.getByRole('button', { name: 'Attach files' }).click()
  await (await chooser).setFiles(files)
  await chips(ann).nth(2).waitFor()
  await ann.getByRole('button', { name: 'Remove Plan of the garden.pdf' }).first().click()
  await ann.getByRole('button', { name: 'Send' }).click()
  await picture(ben).waitFor()
  expect(await ben.locator('.message .file').count()).toBe(1)
  const [full] = await Promise.all([ben.context().waitForEvent('page'), picture(ben).click()])
  const width = () => full.locator('img').evaluate(image => (image as HTMLImageElement).naturalWidth)
  await expect.poll(width).toBe(40)
})

test('what is still on its way when one sends goes out when it is there; what fails can be tried again or left', async () => {
  await using rig = await open({ files: { megabytes: 0.4 } })
  const [ann, ben] = await rig.together('Ann', 'Ben')
  let hold: (() => void) | undefined
  const held = new Promise<void>(done => {
    hold = done
  })
  let tries = 0
  await ann.route(/\/file\//, async (route, request) => {
    if (request.method() !== 'POST') return route.continue()
    if (++tries === 1) await held
    if (tries === 2) return route.abort()
    return route.continue()
  })
  await give(ann, 'paste', plan())
  await say(ann, 'Soon')
  await ann.getByText('Goes out when the files are there.').waitFor()
  expect(await ben.getByText('Soon').count()).toBe(0)
  hold?.()
  await ben.getByRole('link', { name: 'Plan of the garden.pdf' }).waitFor()
  await ben.getByText('Soon').waitFor()

  await give(ann, 'drop', garden(40, 30))
  await ann.getByText('The file did not get through.').waitFor()
  await ann.getByRole('button', { name: 'Try garden.png again' }).click()
  await ann.getByRole('button', { name: 'Send' }).click()
  await picture(ben).waitFor()

  await give(ann, 'drop', plan(500_000))
  await ann.getByText('Larger than 400 KB').waitFor()
  expect(await ann.getByRole('button', { name: 'Try Plan' }).count()).toBe(0)
  await ann.getByRole('button', { name: 'Remove Plan of the garden.pdf' }).click()
  await say(ann, 'Never mind')
  await ben.getByText('Never mind').waitFor()
})

test('what he removes while it is on its way does not hold up the others', async () => {
  await using rig = await open()
  const [ann, ben] = await rig.together('Ann', 'Ben')
  const ways: (() => Promise<void>)[] = []
  await ann.route(/\/file\//, (route, request) => {
    if (request.method() !== 'POST') return route.continue()
    ways.push(() => route.continue())
    return undefined
  })
  for (const [at, file] of [plan(), garden(40, 30)].entries()) {
    await give(ann, 'paste', file)
    await expect.poll(() => ways.length).toBe(at + 1)
  }
  await say(ann, 'Here it is')
  await ann.getByText('Goes out when the files are there.').waitFor()
  await ann.getByRole('button', { name: 'Remove Plan of the garden.pdf' }).click()
  await ways[1]?.()
  await picture(ben).waitFor()
  await ben.getByText('Here it is').waitFor()
})

test('without files there is no button, and nothing to drop on', async () => {
  await using rig = await open({ files: { megabytes: 0 } })
  const [ann] = await rig.together('Ann')
  await ann.getByRole('textbox', { name: 'Message' }).waitFor()
  expect(await ann.getByRole('button', { name: 'Attach files' }).count()).toBe(0)
  await give(ann, 'paste', garden())
  expect(await chips(ann).count()).toBe(0)
})
