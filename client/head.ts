// A script of its own, which the page waits for: it is dressed before anybody sees it, and its language and its line to
// the server are on their way.
import { dress, keptDevice } from './look.ts'
import { beginEarly } from './net/early.ts'
import { languageOf } from './state/languages.ts'

beginEarly()

const device = keptDevice()
dress(device)

const language = languageOf(device.language, navigator.languages)
document.documentElement.lang = language
const texts = document.currentScript?.dataset[language]
if (texts) {
  const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href: texts })
  document.head.append(link)
}
