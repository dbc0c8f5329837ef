// How soon a call is whole again after its network changed or was away, or the server was.
import { Homes } from '../../test/live/homes.ts'
import type { CallScenario } from './scenarios.ts'

/** Nothing to compare it with: the bar is a figure of its own, and beside it stands that figure. */
const recovery = (
  name: string,
  about: string,
  most: number,
  what: (homes: Homes) => Promise<number>,
): CallScenario => ({
  ...{ name, about, figure: 'ms until whole', bar: { most } },
  async once() {
    await using homes = await Homes.open()
    await homes.call()
    return { ours: await what(homes), yardstick: most }
  },
})

export const recoveries: readonly CallScenario[] = [
  recovery('recover-address', 'both see each other after the only link got another address', 3000, homes =>
    homes.changeAddress(),
  ),
  recovery('recover-outage', 'the same after the network was away for twelve seconds', 2000, homes =>
    homes.outage(),
  ),
  recovery(
    'recover-server',
    'the call is known again after the server was killed and started',
    2000,
    async homes => {
      const { known } = await homes.restartServer()
      return known
    },
  ),
]
