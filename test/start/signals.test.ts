// What stands between a terminal and the server: signals go down once, the exit code comes up.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/node24.mjs'
import { run } from './checkout.ts'

const folder = mkdtempSync(join(tmpdir(), 'presence-signals-'))
const program = join(folder, 'program.mjs')

beforeAll(() => {
  const signals = "['SIGINT', 'SIGTERM', 'SIGHUP']"
  writeFileSync(
    program,
    `for (const signal of ${signals}) process.on(signal, () => {
       console.log('got', signal)
       setTimeout(() => process.exit(7), 300)
     })
     setInterval(() => {}, 1000)
     console.log('running')`,
  )
})

afterAll(() => rmSync(folder, { recursive: true }))

const between = () => {
  const source = `import { run } from ${JSON.stringify(pathToFileURL(join(root, 'scripts/run.mjs')))}
    run(${JSON.stringify(program)})`
  return run(process.execPath, ['--input-type=module', '--eval', source], folder)
}

test.each([
  ['SIGINT', 'SIGINT'],
  ['SIGTERM', 'SIGTERM'],
  // A terminal that was closed.
  ['SIGHUP', 'SIGTERM'],
] as const)('%s arrives as one %s, though it is sent twice', async (sent, arrives) => {
  const command = between()
  await command.says(/running/)
  command.child.kill(sent)
  await command.says(/got/)
  expect(await command.ends(sent)).toBe(7)
  expect(command.text().match(/got .*/g)).toEqual([`got ${arrives}`])
})

test('a server does not outlive what started it', async () => {
  const command = between()
  await command.says(/running/)
  command.child.kill('SIGKILL')
  await command.says(/got SIGTERM/)
  await command.ends()
})
