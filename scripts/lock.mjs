// Two set-ups in one checkout take turns. The lock is a symbolic link, made in one step with its owner as target.
import { readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './node24.mjs'
import { giveUp } from './step.mjs'

const lock = join(root, '.set-up-lock')

export async function alone(work) {
  await take()
  process.once('exit', release)
  await work()
  process.off('exit', release)
  release()
}

async function take() {
  for (let waited = 0; !tryTake(); waited++) {
    if (waited === 1)
      process.stderr.write(`Waiting for another set-up of this folder (process ${ownerPid()}).\n`)
    await pause(500)
  }
}

function tryTake() {
  try {
    symlinkSync(life(process.pid), lock)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') giveUp(`The set-up must be able to write in ${root}: ${error.message}`)
    if (ownerIsDead()) release()
    return false
  }
}

function ownerIsDead() {
  return life(ownerPid()) !== owner()
}

const ownerPid = () => owner().split('.')[0]

// The pid alone would not do: after a restart of the machine or container another process has it.
function life(pid) {
  try {
    const [state, ...more] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')
    return state === 'Z' ? 'dead' : `${pid}.${more[18]}`
  } catch {
    return 'dead'
  }
}

function owner() {
  try {
    return readlinkSync(lock)
  } catch {
    return 'gone'
  }
}

function release() {
  rmSync(lock, { force: true })
}
