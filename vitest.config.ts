// Four kinds of tests, one after the other: quick ones, those that start browsers, databases and servers, those with
// pictures and sound, the long counts.
import { defineConfig } from 'vitest/config'
import { folders, suites } from './scripts/suites.mjs'

const missing = process.env.PRESENCE_MISSING?.split(',') ?? []
const notRun = suites()
  .filter(({ needs }) => needs.some(name => missing.includes(name)))
  .map(({ file }) => file)

const slow = folders.slow.map(folder => `${folder}/**/*.test.ts`)
const media = folders.media.map(folder => `${folder}/**/*.test.ts`)
const long = folders.long.map(folder => `${folder}/**/*.test.ts`)

const seconds = (count: number) => count * 1000
const minutes = (count: number) => seconds(count * 60)
const inTurn = (place: number) => ({ sequence: { groupOrder: place } })
// What is polled for is there at once, but on a machine that is busy.
const every = { expect: { poll: { timeout: seconds(10) } } }
const oneByOne = { ...every, exclude: notRun, fileParallelism: false, hookTimeout: minutes(3) }

const quick = { ...every, include: ['test/**/*.test.ts'], exclude: [...slow, ...media, ...long, ...notRun] }

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'quick', ...quick, testTimeout: seconds(15), ...inTurn(1) } },
      { test: { name: 'slow', include: slow, ...oneByOne, testTimeout: minutes(1), ...inTurn(2) } },
      // Pictures and sound in real time, on a machine that may be busy: once more is allowed, and is said.
      {
        test: { name: 'media', include: media, ...oneByOne, retry: 1, testTimeout: minutes(1), ...inTurn(3) },
      },
      { test: { name: 'long', include: long, ...oneByOne, testTimeout: minutes(20), ...inTurn(4) } },
    ],
  },
})
