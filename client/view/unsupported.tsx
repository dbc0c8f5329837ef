// For browsers that are too old for the page.

export const Unsupported = () => (
  <main class="screen">
    <h1>This browser is too old</h1>
    <p>Presence needs a browser from 2023 or later. Update this one, or open the link in another.</p>
  </main>
)
