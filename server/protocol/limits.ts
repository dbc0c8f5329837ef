// How much of a thing there may be. Free of zod, because the client imports it.

export const MESSAGE_BYTES = 8192
export const FILES_PER_MESSAGE = 10
export const PEOPLE_MENTIONED = 20
export const GROUPS_MENTIONED = 5

/** In characters, as are those below. */
export const NAME_LENGTH = 64
export const TOPIC_LENGTH = 200
export const NOTE_LENGTH = 64
export const ABOUT_LENGTH = 200
/** Of what is looked for in a room, and of words at once: more of them take longer. */
export const PHRASE_LENGTH = 64
export const PHRASE_WORDS = 10
/** Of a picture of oneself, as base64. */
export const AVATAR_LENGTH = 64_000

/** What two peers of a call tell each other of their connection: fits into a frame, however it is written there. */
export const SDP_BYTES = 48 * 1024
export const CANDIDATE_LENGTH = 1024
/** Ways to be reached that one peer tells another for each description of his. */
export const CANDIDATES = 100

/** In one room, whatever its owner and the config say. */
export const USER_LIMIT = 10_000

/** In a room of more people than this nobody is told how far the others have read. */
export const CROWD = 50
