// How the page is built: from client/ into client/dist, every asset named after its content, with a compressed twin
// beside it for the server to hand out.
import { hash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, defineConfig, type Plugin, type Rolldown, type Rollup } from 'vite'
import { shapesOfWords } from './shapes.ts'

/**
 * The theme is set before the first paint, and the language fetched beside the page, for both of which a module comes
 * too late: it is a plain script in the head, which is told where the languages are. It stands before the style sheets,
 * for which it would have to wait.
 */
function head(): Plugin {
  let fileName: string
  return {
    name: 'head',
    async buildStart() {
      const source = await plainScript(join(import.meta.dirname, 'head.ts'))
      fileName = `assets/head-${hash('sha256', source).slice(0, 8)}.js`
      this.emitFile({ type: 'asset', fileName, source })
    },
    transformIndexHtml: (_html, { bundle = {} }) => {
      const attrs = { src: `/${fileName}`, ...languagesIn(Object.values(bundle)) }
      return [{ tag: 'script', attrs, injectTo: 'head-prepend' }]
    },
  }
}

const languagesIn = (bundle: readonly (Rollup.OutputChunk | Rollup.OutputAsset)[]): Record<string, string> =>
  Object.fromEntries(
    bundle.flatMap(one => {
      const name = one.type === 'chunk' && /language\/(\w+)\.ts$/.exec(one.facadeModuleId ?? '')?.[1]
      return name ? [[`data-${name}`, `/${one.fileName}`]] : []
    }),
  )

async function plainScript(entry: string): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'head' }
  const made = await build({ configFile: false, logLevel: 'warn', build: { lib, write: false } })
  const [built] = [made].flat()
  if (!built || !('output' in built)) throw new Error(`${entry} was not built`)
  return built.output[0].code
}

const twins: Plugin = {
  name: 'twins',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter(name => /\.(js|css|svg)$/.test(name))) {
      const content = readFileSync(join(dir, name))
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content))
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }))
    }
  },
}

/**
 * What the page needs at once is one file, which packs better than its parts. Its first lines stay apart: they wait for
 * the language, which leans on the rest.
 */
const together: Rolldown.CodeSplittingGroup = {
  name: (id, chunking) => (isAtOnce(id, chunking) ? 'page' : null),
  debugName: 'page',
}
const FIRST_LINES = join(import.meta.dirname, 'main.tsx')

function isAtOnce(id: string, chunking: Rolldown.ChunkingContext, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  const importers = chunking.getModuleInfo(id)?.importers ?? []
  return importers.some(by => by === FIRST_LINES || isAtOnce(by, chunking, seen))
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [head(), twins],
  define: { SHAPES: JSON.stringify(shapesOfWords()) },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [together] } } },
  },
})
