// What somebody is told who does not look.

export const tidings = {
  wrote: 'wrote to you',
  manyFrom: (count: number, name: string) => `${count} messages from ${name}`,
  byIn: (name: string, room: string) => `${name} in ${room}`,
  manyIn: (count: number, room: string) => `${count} messages for you in ${room}`,
  /** In another room than the one he looks at. */
  wroteElsewhere: (name: string) => `${name} wrote to you.`,
  read: 'Read it',
}
