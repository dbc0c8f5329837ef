// What of the talk is in sight.

export interface Mark {
  readonly element: HTMLElement
  /** From the beginning of what can be scrolled, wherever that stands now. */
  readonly offset: number
}

export interface Sight {
  /** The first message of which something is to be seen. */
  readonly mark: Mark | undefined
  /** So many are above it; fewer than none when it was said before a restart. */
  readonly above: number
  /** So many are below the last one that is to be seen. */
  readonly below: number
  /** The number of one in the middle. */
  readonly middle: number
}

export function sightOf(place: HTMLElement): Sight {
  const { top, bottom } = place.getBoundingClientRect()
  const all = place.querySelectorAll<HTMLElement>('[data-seq]')
  const first = firstOf(all, message => message.getBoundingClientRect().bottom > top)
  const end = firstOf(all, message => message.getBoundingClientRect().top >= bottom)
  // What was said before a restart stands above everything and has numbers of its own.
  const past = place.querySelectorAll('.past [data-seq]').length
  const middle = (first + end) >> 1
  return {
    mark: all[first] && { element: all[first], offset: offsetIn(place, all[first]) },
    above: first - past,
    below: all.length - end,
    middle: middle < past ? 0 : Number(all[middle]?.dataset.seq ?? Number.POSITIVE_INFINITY),
  }
}

export const offsetIn = (place: HTMLElement, element: HTMLElement) =>
  element.getBoundingClientRect().top - place.getBoundingClientRect().top + place.scrollTop

/** Somebody has marked some of it, to copy. */
export function hasSelection(place: HTMLElement): boolean {
  const selection = getSelection()
  return selection !== null && !selection.isCollapsed && place.contains(selection.anchorNode)
}

/** The place of the first for which it is so, of those that stand in order. */
function firstOf<One>(all: ArrayLike<One>, isSo: (one: One) => boolean): number {
  let [from, to] = [0, all.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (isSo(all[middle] as One)) to = middle
    else from = middle + 1
  }
  return from
}
