// Whether the browser lets this page notify. To be asked for it is only for a click of the visitor.
import type { Standing } from './state/standing.ts'

export function standing(): Standing {
  if (!isSecureContext) return 'insecure'
  return 'Notification' in window ? Notification.permission : 'unable'
}

export async function askToNotify(): Promise<Standing> {
  if (standing() !== 'default') return standing()
  if (!canMakeOne()) return 'unable'
  await Notification.requestPermission()
  return standing()
}

/** Some browsers have them for installed pages only: there it throws. Without leave nothing is shown. */
function canMakeOne(): boolean {
  try {
    new Notification('')
    return true
  } catch {
    return false
  }
}
