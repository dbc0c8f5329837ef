// The last resort: the page itself cannot be drawn.
import { Outside } from './outside.tsx'
import { Title } from './title.tsx'

export const Broken = () => (
  <Outside>
    <Title>Something went wrong on this page</Title>
    <p class="soft">Your place is kept, and what was said too. Load the page again to go on.</p>
    <button type="button" class="button main large" onClick={() => location.reload()}>
      Reload the page
    </button>
  </Outside>
)
