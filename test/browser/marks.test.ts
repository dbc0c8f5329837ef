// Marks in messages: seen by the other as what they make of the text, on any screen, and in a line without them.
// needs: chromium
import { expect, test } from 'vitest'
import { inChromium } from './chromium.ts'
import { faults, fits } from './looks.ts'
import { say } from './rig.ts'

const open = inChromium()

const recipe = [
  '**Bread** for @Ben, *by noon*: `bake --slow`, as [the book](https://book.example/bread) says',
  '',
  '1. flour',
  '2. water',
  '   - warm, not hot',
  '',
  '> And salt?',
  '',
  '```sh',
  `oven --heat 250 --steam --minutes 45 --then 'heat 200' # ${'and wait '.repeat(12)}`,
  'ls   bread',
  '```',
].join('\n')

test.each([
  ['light', 1200, 800],
  ['dark', 320, 568],
] as const)(
  'what is marked looks so to the other, in %s on a screen of %i by %i',
  async (colorScheme, width, height) => {
    await using rig = await open()
    const ann = await rig.person('Ann')
    const ben = await rig.person('Ben', { colorScheme, viewport: { width, height }, reducedMotion: 'reduce' })
    await rig.enter(ben, await rig.startRoom(ann))
    await ann.getByRole('complementary', { name: 'People' }).getByText('Ben').waitFor()
    await say(ann, recipe)
    const message = ben.getByRole('article').first()
    expect(await message.locator('strong').allTextContents()).toEqual(['Bread'])
    expect(await message.locator('em').allTextContents()).toEqual(['by noon'])
    expect(await message.locator('mark.self').allTextContents()).toEqual(['@Ben'])
    expect(await message.locator('ol > li').count()).toBe(2)
    expect(await message.locator('ol ul > li').allTextContents()).toEqual(['warm, not hot'])
    expect(await message.locator('blockquote').textContent()).toBe('And salt?')
    const link = message.getByRole('link', { name: 'the book' })
    expect(await link.getAttribute('href')).toBe('https://book.example/bread')
    expect(await link.getAttribute('title')).toBe('https://book.example/bread')
    const code = message.locator('pre')
    expect((await code.textContent())?.split('\n').at(-1)).toBe('ls   bread')
    // It scrolls sideways in itself, the page does not.
    expect(await code.evaluate(box => box.scrollWidth > box.clientWidth)).toBe(true)
    expect(await fits(ben)).toBe(true)
    expect(await faults(ben)).toEqual([])

    await say(ben, 'Is it **done**?')
    const question = ann.getByRole('article').filter({ hasText: 'Is it done?' })
    await question.hover()
    await question.getByRole('button', { name: 'Answer' }).click()
    await ann.getByText('Answer to Ben Is it done?').waitFor()
    // One edits what one typed.
    await say(ann, '_Nearly_')
    await ben.getByRole('button', { name: 'Ben Is it done?' }).waitFor()
    await ann.keyboard.press('ArrowUp')
    expect(await ann.getByRole('textbox', { name: 'Edit your message' }).inputValue()).toBe('_Nearly_')
  },
)
