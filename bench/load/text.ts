// What is said in the bench.

/** About what people write. */
export const TEXT = 'Shall we meet at seven in front of the station? I bring the maps and something to eat.'
