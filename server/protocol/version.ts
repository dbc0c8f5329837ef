// The version of the words. A client that speaks another one is told so and reloads.
export const PROTOCOL_VERSION = 1
