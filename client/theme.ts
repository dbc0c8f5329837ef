// A script of its own, which the page waits for: it is dressed before anybody sees it.
import { dress, keptDevice } from './look.ts'

dress(keptDevice())
