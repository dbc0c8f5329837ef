// How the page is built: from client/ into client/dist, every asset named after its content, with a compressed twin
// beside it for the server to hand out.
import { hash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, defineConfig, type Plugin } from 'vite'
import { shapesOfWords } from './shapes.ts'

/** The theme is set before the first paint, for which a module comes too late: it is a plain script in the head. */
function theme(): Plugin {
  let fileName: string
  return {
    name: 'theme',
    async buildStart() {
      const source = await plainScript(join(import.meta.dirname, 'theme.ts'))
      fileName = `assets/theme-${hash('sha256', source).slice(0, 8)}.js`
      this.emitFile({ type: 'asset', fileName, source })
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: `/${fileName}` }, injectTo: 'head' }],
  }
}

async function plainScript(entry: string): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'theme' }
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

export default defineConfig({
  root: import.meta.dirname,
  plugins: [theme(), twins],
  define: { SHAPES: JSON.stringify(shapesOfWords()) },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})
