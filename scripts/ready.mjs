// What every command asks for first. When nothing is missing it only looks, which takes a few milliseconds.
import { build, needsBuild } from './built.mjs'
import { installNode, installPackages, needsNode, needsPackages } from './installed.mjs'
import { alone } from './lock.mjs'
import { giveUp } from './step.mjs'

export async function installed() {
  if (Number.parseInt(process.versions.node, 10) < 18) {
    giveUp(`Presence needs Node 18 or newer; this is ${process.version}.`)
  }
  if (needsPackages() || needsNode()) await alone(install)
}

export async function built() {
  await installed()
  if (needsBuild()) await alone(async () => needsBuild() && build())
}

// Asked again inside the lock: another set-up may have done the work meanwhile.
async function install() {
  if (needsPackages()) await installPackages()
  if (needsNode()) await installNode()
}
