// `presence config check`.
import type { Verb } from './verb.ts'

export const checkConfig: Verb = {
  name: 'config check',
  usage: 'config check',
  says: 'whether the settings are right (the server checks them too, when it starts)',
  // The settings have been read by now: a mistake in them has been told already.
  run: () => 'The settings are right.',
}
