// Firefox, led by Puppeteer.
import puppeteer, { type Browser } from 'puppeteer-core'

/** Firefox looks around in the network when it starts; here is nothing to be found. */
const QUIET = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'intl.accept_languages': 'en-GB',
  // Else it lets a server that was away for some tries wait for up to a minute, whatever the page wants.
  'network.websocket.delay-failed-reconnects': false,
}

export function openFirefox(prefs: Record<string, unknown> = {}): Promise<Browser> {
  const program = { browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true } as const
  return puppeteer.launch({ ...program, extraPrefsFirefox: { ...QUIET, ...prefs } })
}
