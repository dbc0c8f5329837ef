// Looking for what was said.

const found = (count: number) => (count === 1 ? '1 message' : `${count} messages`)

export const search = {
  title: 'Search',
  close: 'Close the search',
  words: 'Words to look for',
  tooMany: (count: number) => `Look for at most ${count} words.`,
  looking: 'Looking…',
  lookingFurther: 'Looking further back…',
  lookFurther: 'Look further back',
  nothing: 'Nothing was found.',
  nothingSoFar: 'Nothing was found so far.',
  found,
  foundSoFar: (count: number) => `${found(count)} so far`,
}
