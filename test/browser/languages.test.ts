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

const guests = [
  {
    locale: 'nb-NO',
    home: 'Et eget rom, med en gang',
    dead: 'Denne lenken fører ingen steder',
    host: 'Ann er her',
    locked: 'Rommet er låst: noen der inne slipper deg inn.',
    enter: 'Gå inn',
    ask: 'Be om å slippe inn',
    waits: 'Én person kan slippe deg inn. Du kommer inn av deg selv så snart døren åpnes.',
    denied: 'Ingen slapp deg inn denne gangen',
    again: 'Be igjen',
    tab: 'Rom uten navn · Presence',
  },
  {
    locale: 'fr-CH',
    home: 'Un salon rien qu’à vous, tout de suite',
    dead: 'Ce lien ne mène nulle part',
    host: 'Ann est là',
    locked: 'Le salon est verrouillé : quelqu’un à l’intérieur vous ouvrira.',
    enter: 'Entrer',
    ask: 'Demander à entrer',
    waits: 'Une personne peut vous ouvrir. Vous entrerez dès que la porte s’ouvrira.',
    denied: 'Personne ne vous a ouvert cette fois',
    again: 'Redemander',
    tab: 'Salon sans nom · Presence',
  },
]

test.each(guests)('a guest comes in in his own language, the host reads another: $locale', async guest => {
  await using rig = await open()
  const ann = await rig.person('Ann')
  const link = await rig.startRoom(ann)
  await ann.getByRole('switch', { name: 'Lock the room' }).click()

  const cleo = await rig.person('Cleo', { locale: guest.locale })
  await cleo.goto(rig.url)
  await cleo.getByRole('heading', { name: guest.home }).waitFor()
  await cleo.goto(`${rig.url}/i/nobodyhasmadethis`)
  await cleo.getByRole('heading', { name: guest.dead }).waitFor()
  await cleo.goto(link)
  await cleo.getByText(guest.host).waitFor()
  await cleo.getByText(guest.locked).waitFor()
  await cleo.getByRole('button', { name: guest.enter }).click()
  await cleo.getByRole('button', { name: guest.ask }).click()
  await cleo.getByText(guest.waits).waitFor()
  await ann.getByText('Cleo would like to come in').waitFor()
  await ann.getByRole('button', { name: 'Not now' }).click()
  await cleo.getByRole('heading', { name: guest.denied }).waitFor()
  await cleo.getByRole('button', { name: guest.again }).click()
  await ann.getByRole('button', { name: 'Let in' }).click()
  await expect.poll(() => cleo.title()).toBe(guest.tab)
})
