/**
 * SBOM.cdx.json: every part of a package, for programs that look parts up in lists of known holes
 * (CycloneDX 1.6, cyclonedx.org). npm's own list has only what is installed as a package, and of Lull most is
 * bundled; so this one is read from where THIRD-PARTY.txt is: the bundler's list of modules.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { foldersInside } from './licences.ts'

export interface Component {
  type: 'library' | 'framework'
  'bom-ref': string
  name: string
  version?: string
  purl?: string
  licenses?: { expression: string }[]
  hashes?: { alg: 'SHA-512'; content: string }[]
  properties: { name: 'lull:inside'; value: Inside }[]
}
/** How a part is inside: as modules in a bundle, as a package, compiled into one, or around everything. */
type Inside = 'bundled' | 'package' | 'compiled' | 'runtime'

const manifest = v.object({
  name: v.string(),
  version: v.string(),
  license: v.optional(v.string()),
})
const lock = v.object({
  packages: v.record(
    v.string(),
    v.object({ name: v.optional(v.string()), integrity: v.optional(v.string()) }),
  ),
})

/** The list of a packaged build, the same text for the same parts: without a date and a random number. */
export function sbom(root: string): string {
  const { packages } = v.parse(lock, json(join(root, 'package-lock.json')))
  const { bundled, whole } = foldersInside(root)
  const components = [
    ...bundled.map((folder) => componentOf(folder, 'bundled')),
    ...whole.map((folder) => componentOf(folder, 'package')),
    ...sqlite(join(root, 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c')),
    { ...componentOf(join(root, 'node_modules/electron'), 'runtime'), type: 'framework' as const },
  ]
  const unique = new Map(components.map((each) => [each['bom-ref'], each]))
  const own = v.parse(manifest, json(join(root, 'package.json')))
  const list = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': `lull@${own.version}`,
        name: 'Lull',
        version: own.version,
        licenses: [{ expression: own.license }],
      },
    },
    components: [...unique.values()].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
  }
  return `${JSON.stringify(list, null, 2)}\n`

  function componentOf(folder: string, inside: Inside): Component {
    const place = folder.slice(root.length + 1).replaceAll('\\', '/')
    const properties = [{ name: 'lull:inside' as const, value: inside }]
    const read = v.safeParse(manifest, orNull(join(folder, 'package.json')))
    // Another's work in a folder of a package: it has terms, and no number.
    if (!read.success) {
      const name = place.replace(/^node_modules\//, '')
      return { type: 'library', 'bom-ref': name, name, properties }
    }
    const { name, version, license } = read.output
    const hash = packages[place]?.integrity
    return {
      type: 'library',
      'bom-ref': `${name}@${version}`,
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      ...(license && { licenses: [{ expression: license }] }),
      ...(hash?.startsWith('sha512-') && {
        hashes: [{ alg: 'SHA-512', content: Buffer.from(hash.slice(7), 'base64').toString('hex') }],
      }),
      properties,
    }
  }
}

/** SQLite and the ciphers come as one C file, which says its own numbers. Throws where it doesn't. */
function sqlite(source: string): Component[] {
  const text = readFileSync(source, 'utf8')
  const numbers = {
    SQLite: /^#define SQLITE_VERSION\s+"([\d.]+)"/m,
    'SQLite3 Multiple Ciphers': /^#define SQLITE3MC_VERSION_STRING\s+"[^"]*?([\d.]+)"/m,
  }
  return Object.entries(numbers).map(([name, pattern]) => {
    const version = pattern.exec(text)?.[1]
    if (version === undefined) throw new Error(`${name} doesn’t say its version any more`)
    return {
      type: 'library',
      'bom-ref': `${name}@${version}`,
      name,
      version,
      licenses: [{ expression: name === 'SQLite' ? 'blessing' : 'MIT' }],
      properties: [{ name: 'lull:inside', value: 'compiled' }],
    }
  })
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

function orNull(file: string): unknown {
  try {
    return json(file)
  } catch {
    return null
  }
}
