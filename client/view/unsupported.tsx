// For browsers that are too old for the page.
import type { Texts } from '../language/texts.ts'

export const Unsupported = ({ texts }: { texts: Texts }) => (
  <main class="screen">
    <h1>{texts.page.tooOld}</h1>
    <p>{texts.page.aboutTooOld}</p>
  </main>
)
