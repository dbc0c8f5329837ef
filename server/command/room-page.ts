// A room written down for people: one page that needs nothing else, runs nothing and can be printed.
import type { Copy, Head, Laid, Said } from './room-copy.ts'

export class PageCopy implements Copy {
  readonly #write: (text: string) => Promise<void>
  #day = ''

  constructor(write: (text: string) => Promise<void>) {
    this.#write = write
  }

  head({ id, name, topic, people }: Head): Promise<void> {
    const names = people.map(
      ({ name, role }) => `<li><bdi>${safe(name)}</bdi> <small>${safe(role)}</small></li>`,
    )
    return this.#write(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${safe(name)}</title>
<style>${STYLE}</style>
<header>
<h1 dir="auto">${safe(name)}</h1>
<p dir="auto">${safe(topic)}</p>
<p><small>Room ${safe(id)}, as it was on ${dayAndTime(new Date().toISOString())}. All times are UTC.</small></p>
<h2>People</h2>
<ul>${names.join('\n')}</ul>
</header>
<main>
`)
  }

  messages(messages: readonly Said[]): Promise<void> {
    return this.#write(messages.map(message => this.#dayOf(message) + article(message)).join(''))
  }

  /** The messages stand as they are now. */
  end(): Promise<void> {
    return this.#write('</main>\n</html>\n')
  }

  #dayOf({ at }: Said): string {
    const day = at.slice(0, 10)
    if (day === this.#day) return ''
    this.#day = day
    return `<h2>${day}</h2>\n`
  }
}

function article({ seq, at, name, text, edited, deleted, files = [] }: Said): string {
  const said = deleted ? '<p><em>deleted</em></p>' : `<p dir="auto">${safe(text)}</p>`
  const note = edited && !deleted ? ` <small>edited ${dayAndTime(edited)}</small>` : ''
  const when = `<time datetime="${safe(at)}">${at.slice(11, 16)}</time>`
  return `<article id="m${seq}"><h3><bdi>${safe(name)}</bdi> ${when}${note}</h3>${said}${files.map(carried).join('')}</article>\n`
}

/** Pictures are shown; everything else is only to be saved, for nobody knows what it would do in a browser. */
function carried({ path, name, size, width, height }: Laid): string {
  const href = safe(path.split('/').map(encodeURIComponent).join('/'))
  if (!width || !height)
    return `<p><a href="${href}" download="${safe(name)}"><bdi>${safe(name)}</bdi></a> <small>${size} bytes</small></p>`
  return `<p><a href="${href}"><img src="${href}" alt="${safe(name)}" width="${width}" height="${height}" loading="lazy"></a></p>`
}

const dayAndTime = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 16)}`

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What people have written, as text and nothing else, in an element or in an attribute. */
const safe = (text: string) => text.replace(/[&<>"']/g, mark => ENTITIES[mark] ?? '')

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, p { margin: 0; overflow-wrap: anywhere; }
h2 { margin: 2rem 0 .5rem; font-size: 1rem; break-after: avoid; }
h3 { font-size: 1rem; break-after: avoid; }
article { margin: .75rem 0; }
article p { white-space: pre-wrap; }
time, small { font-weight: 400; font-size: .85rem; opacity: .75; }
img { max-width: 100%; max-height: 20rem; width: auto; height: auto; }
ul { margin: 0; padding-left: 1.2rem; }
@media print { body { max-width: none; margin: 0; } article { break-inside: avoid-page; } }
`
