// The data folder: ours alone, with the key that makes every token of this server.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { join } from 'node:path'
import { Mistake } from '../base/mistake.ts'

const KEY_BYTES = 32
/** Where the `presence` command finds the server that runs here. */
export const SOCKET_NAME = 'presence.sock'

export function openFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  // Others may at most pass through it: PostgreSQL, when it runs as somebody else, has its folder inside.
  if ((statSync(path).mode & 0o066) === 0) return
  throw new Mistake(
    `${path} can be read by others. Choose another folder, or close this one: chmod 700 ${path}`,
  )
}

/** One folder, one server: two would each be sure of what the other does not know. Until it is left again. */
export async function occupy(folder: string): Promise<() => Promise<void>> {
  await assertAlone(folder)
  const { dev, ino } = statSync(folder)
  const place = createServer()
  try {
    // A name without a file, which the kernel gives to one of two that start together, and takes back from the dead.
    if (process.platform === 'linux') await once(place.listen(`\0presence ${dev} ${ino}`), 'listening')
  } catch {
    throw new Mistake(`Another Presence is starting or stopping in this data folder, ${folder}. Wait for it.`)
  }
  return async () => void (await new Promise(done => place.close(done)))
}

export async function assertAlone(folder: string): Promise<void> {
  if (!(await isRunning(folder))) return
  const path = join(folder, SOCKET_NAME)
  throw new Mistake(`Another Presence is running in this data folder (${path} answers). Stop it first.`)
}

export const isRunning = (folder: string) => answers(join(folder, SOCKET_NAME))

function answers(path: string): Promise<boolean> {
  return new Promise(done => {
    const probe = createConnection(path, () => {
      probe.destroy()
      done(true)
    })
    probe.on('error', () => done(false))
  })
}

const keyFile = (folder: string) => join(folder, 'server.key')

/** Reads the server's key, making it the first time. Who deletes it signs everybody out. */
export function serverKey(folder: string): Buffer {
  const file = keyFile(folder)
  try {
    writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readKey(file)
}

/** The key, if there is one. */
export const knownKey = (folder: string): Buffer | undefined =>
  existsSync(keyFile(folder)) ? readKey(keyFile(folder)) : undefined

/** Puts a key from elsewhere in the place of what is there. */
export function placeKey(folder: string, key: Buffer | undefined): void {
  const file = keyFile(folder)
  if (!key) return rmSync(file, { force: true })
  writeFileSync(`${file}.new`, key, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}

function readKey(file: string): Buffer {
  const key = readFileSync(file)
  if (key.length === KEY_BYTES) return key
  throw new Mistake(
    `${file} should hold ${KEY_BYTES} bytes but holds ${key.length}. Delete it to start with a new key.`,
  )
}
