// Who is live in a room, and joining them.

export const live = {
  title: 'Live',
  go: 'Go live',
  join: 'Join live',
  /** Who is live: names as a list. */
  who: (names: string, count: number) => `${names} ${count === 1 ? 'is' : 'are'} live`,
  since: (time: string) => `since ${time}`,
}
