// The page in the language of whoever looks: his browser's, or the one that he chooses.
// needs: chromium
import { expect, test } from 'vitest'
import { inChromium } from './chromium.ts'

const open = inChromium()

test('who reads French sees it at once, chooses another language and keeps it', async () => {
  await using rig = await open()
  const ann = await rig.person('Ann', { locale: 'fr-FR' })
  await ann.goto(rig.url)
  await ann.getByRole('button', { name: 'Vos réglages' }).click()
  const choice = ann.getByRole('combobox', { name: 'Langue' })
  expect(await ann.locator('html').getAttribute('lang')).toBe('fr')

  await choice.selectOption({ label: 'Norsk' })
  await ann.getByRole('dialog', { name: 'Dine innstillinger' }).waitFor()
  expect(await ann.locator('html').getAttribute('lang')).toBe('nb')
  await ann.reload()
  await ann.getByRole('button', { name: 'Dine innstillinger' }).click()
  await ann.getByRole('combobox', { name: 'Språk' }).selectOption({ label: 'Nettleserens' })
  await ann.getByRole('dialog', { name: 'Vos réglages' }).waitFor()
})
