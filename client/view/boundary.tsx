// Keeps what cannot be drawn to itself: the rest of the page stays, and something else stands in its place.
import { Component, type ComponentChildren } from 'preact'

interface Props {
  readonly instead: ComponentChildren
  readonly children: ComponentChildren
}

export class Boundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static override getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch(error: unknown) {
    console.error(error)
  }

  override render({ instead, children }: Props) {
    return this.state.broken ? instead : children
  }
}
