/** The JavaScript that the small windows load, as gzip, and how much of it isn't bare React. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { Measured } from './figures.ts'

const root = join(import.meta.dirname, '../..')
const out = join(root, 'out/renderer')
const kB = (code: string) => gzipSync(code).length / 1000

export async function bundle(): Promise<Measured[]> {
  const sizes = { pause: sizeOf('pause'), note: sizeOf('note'), card: sizeOf('card') }
  const react = await bareReact()
  const largest = Math.max(...Object.values(sizes))
  return [
    { id: 'bundle.pause', value: sizes.pause },
    { id: 'bundle.note', value: sizes.note },
    { id: 'bundle.card', value: sizes.card },
    { id: 'bundle.over', value: largest - react, note: `bare React is ${react.toFixed(1)} kB` },
  ]
}

/** Everything a window loads before anybody presses anything; the English words with it. */
function sizeOf(window: string): number {
  const html = readFileSync(join(out, window, 'index.html'), 'utf8')
  const found = new Set<string>()
  const follow = (file: string) => {
    if (found.has(file) || !existsSync(file)) return
    found.add(file)
    const code = readFileSync(file, 'utf8')
    const imports = code.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)
    for (const [, to = ''] of imports) follow(join(dirname(file), to))
    // Words come by a dynamic import, one language a window.
    for (const [, to = ''] of code.matchAll(/import\(\s*["'`](\.{1,2}\/en-[^"'`]+\.js)["'`]/g))
      follow(join(dirname(file), to))
  }
  for (const [, src = ''] of html.matchAll(/(?:src|href)="([^"]+\.js)"/g))
    follow(join(out, window, src))
  const scripts = [...found].map((file) => readFileSync(file, 'utf8'))
  if (scripts.length === 0) throw new Error(`the ${window} window loads no script`)
  if (scripts.some((code) => code.includes('recharts')))
    throw new Error(
      `the ${window} window loads chart code: ${[...found].map((file) => relative(out, file)).join(', ')}`,
    )
  return scripts.reduce((sum, code) => sum + kB(code), 0)
}

/** React and react-dom with nothing to show, built as Lull's windows are. */
async function bareReact(): Promise<number> {
  // A fresh clone has no cache yet.
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'lull-react-'))
  try {
    const entry = join(folder, 'bare.js')
    writeFileSync(
      entry,
      `import { createElement } from 'react'\nimport { createRoot } from 'react-dom/client'\ncreateRoot(document.body).render(createElement('p'))\n`,
    )
    await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: {
        target: 'chrome150',
        modulePreload: { polyfill: false },
        rolldownOptions: { input: entry, output: { entryFileNames: 'bare.min.js' } },
      },
    })
    return kB(readFileSync(join(folder, 'dist/bare.min.js'), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
