// What is said, and how one says it.

export const talk = {
  largerThan: (size: string) => `Larger than ${size}`,
}
