// The bytes of a file on their way to the server, and how far they have come.
import type { Attachment } from '#protocol/file.ts'
import type { RefusalCode } from '#protocol/refusal.ts'
import { Refused } from './refused.ts'

export interface Upload {
  readonly done: Promise<Attachment>
  stop(): void
}

export function upload(path: string, file: Blob, onProgress: (part: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<Attachment>((done, fail) => {
    const broke = () => fail(new Refused('unsent'))
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1)
    request.onerror = broke
    request.onabort = broke
    request.onload = () => {
      if (request.status === 200 && request.response) return done(request.response as Attachment)
      const { code, text } = (request.response ?? {}) as { code?: RefusalCode; text?: string }
      if (code) fail(new Refused(code, text))
      else broke()
    }
  })
  request.open('POST', path)
  request.responseType = 'json'
  request.send(file)
  return { done, stop: () => request.abort() }
}
