// Files: written whole or not at all, for nobody else to read; and how one begins.
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Mistake } from '../base/mistake.ts'

type Write = (text: string | Buffer) => Promise<void>

/** Under another name until all of it is on the disk. */
export async function writeWhole(file: string, fill: (write: Write) => Promise<void>): Promise<void> {
  const part = `${file}.part`
  const tell = (error: NodeJS.ErrnoException) => {
    throw new Mistake(`${file} cannot be written: ${error.message}`, { cause: error })
  }
  await rm(part, { force: true }).catch(tell)
  const handle = await open(part, 'wx', 0o600).catch(tell)
  try {
    await fill(text => handle.appendFile(text).catch(tell))
    await handle.sync().catch(tell)
    await handle.close()
    await rename(part, file).catch(tell)
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(part, { force: true })
    throw error
  }
  await syncFolder(dirname(file))
}

/** The name, too, must survive. */
export async function syncFolder(folder: string): Promise<void> {
  const handle: FileHandle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Its first bytes, as far as there are any. */
export async function beginningOf(file: string, most: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  const { buffer, bytesRead } = await handle
    .read({ buffer: Buffer.allocUnsafe(most) })
    .finally(() => handle.close())
  return buffer.subarray(0, bytesRead)
}
