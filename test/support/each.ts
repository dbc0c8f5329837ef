// As many as there are names, all at once, and typed as so many.

export async function each<const Names extends readonly string[], One>(
  names: Names,
  make: (name: string) => Promise<One>,
): Promise<{ -readonly [At in keyof Names]: One }> {
  return (await Promise.all(names.map(make))) as never
}
