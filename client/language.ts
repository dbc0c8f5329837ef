// The language of this page: chosen by the visitor or by his browser, and another one as soon as he chooses it.
import { effect, type Signal, signal } from '@preact/signals'
import type { DeviceSettings } from './device.ts'
import { fetchTexts } from './language/sources.ts'
import type { Texts } from './language/texts.ts'
import { type Formats, formatsIn } from './state/formats.ts'
import { type LanguageName, languageOf, localeOf } from './state/languages.ts'

interface Spoken {
  readonly name: LanguageName
  readonly texts: Texts
  readonly formats: Formats
}

export class Language {
  readonly #device: DeviceSettings
  readonly #now: Signal<Spoken>

  static async open(device: DeviceSettings): Promise<Language> {
    return new Language(device, await speak(wanted(device)))
  }

  private constructor(device: DeviceSettings, first: Spoken) {
    this.#device = device
    this.#now = signal(first)
    effect(() => void this.#follow(wanted(device)))
    addEventListener('languagechange', () => void this.#follow(wanted(device)))
  }

  get name(): LanguageName {
    return this.#now.value.name
  }

  get texts(): Texts {
    return this.#now.value.texts
  }

  get formats(): Formats {
    return this.#now.value.formats
  }

  async #follow(name: LanguageName): Promise<void> {
    const spoken =
      name === this.#now.peek().name ? this.#now.peek() : await speak(name).catch(() => undefined)
    // Without a network it comes with the next load of the page.
    if (!spoken || name !== wanted(this.#device)) return
    this.#now.value = spoken
    document.documentElement.lang = name
  }
}

const wanted = (device: DeviceSettings) => languageOf(device.now.language, navigator.languages)

async function speak(name: LanguageName): Promise<Spoken> {
  const coming = fetchTexts(name, 'page')
  const formats = formatsIn(localeOf(name, navigator.languages))
  // The first time takes a browser long: it may as well be while the texts are on their way.
  formats.time(0)
  return { name, texts: await coming, formats }
}
