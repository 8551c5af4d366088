/**
 * `npm run package`: packs Lull for this system. `-- --dir` only fills a folder under dist/, and does
 * so on a machine without Electron's binary too, over a stand-in for it. Prints what is inside besides
 * Electron, and fails where that is more than 8 MB.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'electron-builder'
import * as v from 'valibot'
import { standInDistribution } from './package/distribution.ts'
import { electronBinary } from './runtime.ts'

const root = join(import.meta.dirname, '..')
const mostMB = 8
const dir = process.argv.includes('--dir')
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

const built = spawnSync('electron-vite', ['build', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (built.status !== 0) process.exit(built.status ?? 1)

const require = createRequire(import.meta.url)
const { version } = v.parse(v.object({ version: v.string() }), require('electron/package.json'))
const real = electronBinary() !== null
if (!real && (!dir || process.platform !== 'linux')) {
  say("Electron's binary is not here, so only `npm run package -- --dir` on Linux can pack.")
  process.exit(1)
}
const distribution = real
  ? join(root, 'node_modules/electron/dist')
  : standInDistribution(join(root, 'node_modules/.cache/lull/distribution'), version)
if (!real)
  say("Electron's binary is not here: this packs over a stand-in, and can't run by itself.")

await build({
  projectDir: root,
  dir,
  publish: 'never',
  config: {
    extends: join(root, 'electron-builder.yml'),
    electronDist: distribution,
    electronVersion: version,
  },
})

const resources = ['*-unpacked/resources', 'mac*/Lull.app/Contents/Resources']
  .flatMap((place) => globSync(place, { cwd: join(root, 'dist') }))
  .map((place) => join(root, 'dist', place))
if (resources.length === 0) throw new Error('nothing was packed under dist/')
for (const place of resources) report(place)

function report(resources: string) {
  const asar = statSync(join(resources, 'app.asar')).size
  const unpacked = sizeOf(join(resources, 'app.asar.unpacked'))
  const MB = (asar + unpacked) / 1e6
  say(
    `${MB.toFixed(2)} MB besides Electron (app.asar ${(asar / 1e6).toFixed(2)}, native module ${(unpacked / 1e6).toFixed(2)}; bound ${mostMB}).`,
  )
  if (MB > mostMB) process.exitCode = 1
}

function sizeOf(path: string): number {
  if (!existsSync(path)) return 0
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(path, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)
}
