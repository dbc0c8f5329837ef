// `--lan`: this server for the phones in the room, with a certificate of its own making.
import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { lanAddress } from './base/lan-address.ts'
import { ConfigError, type Settings } from './config.ts'
import { openFolder } from './store/folder.ts'

const DAYS = 365

export async function onTheLan(settings: Settings): Promise<Settings> {
  const host = lanAddress()
  if (!host) throw new ConfigError('--lan: this machine has no address on a network. Start without --lan.')
  openFolder(settings.data)
  const certificate = await certificateFor(host, settings.data)
  return { ...settings, web: { ...settings.web, host, certificate, url: null } }
}

/** Made once for an address and kept, so that a phone has to accept it only once. */
async function certificateFor(host: string, folder: string): Promise<{ cert: string; key: string }> {
  const paths = { cert: join(folder, `lan-${host}.crt`), key: join(folder, `lan-${host}.key`) }
  if (existsSync(paths.cert) && stillGood(paths.cert)) return paths
  const made = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    curve: 'P-256',
    notAfterDate: new Date(Date.now() + DAYS * 24 * 3600_000),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: host }] }],
  })
  writeFileSync(paths.key, made.private, { mode: 0o600 })
  writeFileSync(paths.cert, made.cert)
  return paths
}

function stillGood(file: string): boolean {
  const { validToDate } = new X509Certificate(readFileSync(file))
  return validToDate.getTime() > Date.now() + 24 * 3600_000
}
