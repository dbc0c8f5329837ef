// Bytes on their way out, which may have to wait for a slow reader.

const POOLED = 1024

/** Large ones get memory of their own: in Node's shared pool they would keep all their neighbours from being freed. */
export const memory = (length: number) =>
  length < POOLED ? Buffer.allocUnsafe(length) : Buffer.allocUnsafeSlow(length)

export function bytesOf(text: string): Buffer {
  const bytes = memory(Buffer.byteLength(text))
  bytes.write(text)
  return bytes
}
