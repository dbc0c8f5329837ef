// Det som sies, og hvordan en sier det.
import type { Texts } from '../texts.ts'

export const talk: Texts['talk'] = {
  largerThan: size => `Større enn ${size}`,
}
