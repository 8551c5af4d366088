import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'

/** What the build for a package takes in place of what everybody else's takes. */
const inPlaceOf: Readonly<Record<string, string>> = {
  'languages.ts': 'languages.packaged.ts',
  'pseudo.po': 'en.po',
}

/**
 * Makes a build the one that is shipped: without the language of tests, neither its words nor the
 * choice of it, and with a list, beside it, of every module and file that came into it.
 */
export function shipped(): Plugin {
  return {
    name: 'lull-shipped',
    enforce: 'pre',
    async resolveId(source, importer) {
      const name = source.slice(source.lastIndexOf('/') + 1)
      const other = inPlaceOf[name]
      if (other === undefined || source.includes('node_modules')) return null
      return this.resolve(source.slice(0, -name.length) + other, importer, { skipSelf: true })
    },
    generateBundle({ dir = '' }, bundle) {
      const inside = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? Object.keys(file.modules) : file.originalFileNames,
      )
      const folder = join(dir, '../bundled')
      mkdirSync(folder, { recursive: true })
      const list = JSON.stringify([...new Set(inside)].sort(), null, 2)
      writeFileSync(join(folder, `${basename(dir)}.json`), list)
    },
  }
}
