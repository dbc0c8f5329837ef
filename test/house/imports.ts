// Reads the imports of the tree and holds them against the floors of the house.
import { globSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'

export interface Source {
  readonly file: string
  readonly text: string
}

/** From the roof to the ground. A place is a folder or a file; the longest that fits counts. */
const floors: readonly (readonly string[])[] = [
  ['server/main.ts', 'server/command/main.ts', 'config.example.ts'],
  ['server/compose.ts', 'server/lan.ts'],
  ['server/config.ts'],
  ['server/wire', 'server/command', 'server/observe'],
  ['server/session'],
  ['server/room'],
  ['janus', 'server/friend'],
  ['server/media', 'server/people'],
  ['server/store'],
  ['server/protocol', 'server/base'],
]
const rank = new Map(
  floors.flatMap((places, at) => places.map(place => [place, floors.length - at] as const)),
)

/** Parts that implement a port: only compose may know which one it is. */
const adapters: readonly string[] = [
  'janus',
  'server/friend',
  'server/media/mediasoup',
  'server/store/postgres',
]

export function readTree(): Source[] {
  const files = globSync(['server/**/*.ts', 'janus/**/*.ts', 'client/**/*.{ts,tsx}', 'config.example.ts'], {
    exclude: ['client/dist/**'],
  })
  return files.map(file => ({ file, text: readFileSync(file, 'utf8') }))
}

export function offences(tree: readonly Source[]): string[] {
  return tree.flatMap(({ file, text }) =>
    importsOf(file, text).flatMap(target => offence(file, target) ?? []),
  )
}

function offence(file: string, target: string): string | undefined {
  const arrow = `${file} -> ${target}`
  if (file.startsWith('client/')) {
    return /^(client|server\/protocol)\//.test(target)
      ? undefined
      : `${arrow}: the client knows the protocol only`
  }
  const [from, to] = [placeOf(file), placeOf(target)]
  if (from === to) return undefined
  if (adapters.some(adapter => target.startsWith(adapter)) && file !== 'server/compose.ts') {
    return `${arrow}: an adapter is known to compose alone`
  }
  const step = (rank.get(from) ?? 0) - (rank.get(to) ?? 0)
  // People and rooms say what they mean in our words; the floor itself has none.
  if (step === 0) return `${arrow}: goes sideways`
  return step < 0 ? `${arrow}: goes up` : undefined
}

function placeOf(file: string): string {
  const fitting = [...rank.keys()].filter(place => file === place || file.startsWith(`${place}/`))
  const place = fitting.sort((one, other) => other.length - one.length)[0]
  if (!place) throw new Error(`${file} is on no floor: add its folder to test/house/imports.ts`)
  return place
}

/** Files of ours that a file imports, in whatever way. */
function importsOf(file: string, text: string): string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)
  return [...found].map(match => match[1] ?? '').flatMap(name => resolved(file, name) ?? [])
}

function resolved(file: string, name: string): string | undefined {
  if (name.startsWith('#protocol/')) return `server/protocol/${name.slice(10)}`
  if (name.startsWith('.')) return normalize(join(file, '..', name))
  return undefined
}
