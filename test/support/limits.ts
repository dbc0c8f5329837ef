// Limits that are in nobody's way, for tests of other things.
import type { Config } from '../../server/config.ts'

const MANY = 100_000

export const roomy = {
  limits: {
    ...{ messagesPerSecond: MANY, messagesAtOnce: MANY },
    ...{ arrivalsPerSecond: MANY, arrivalsAtOnce: MANY },
    ...{ socketsPerAddress: MANY, socketsPerPerson: MANY },
    roomsPerMinute: MANY,
  },
} satisfies Config
