// Why something did not work. Its place is kept, so that nothing moves when it comes.

export const Trouble = ({ text, id }: { text: string | undefined; id?: string }) => (
  <p class="wrong" id={id} role="alert">
    {text}
  </p>
)
