/**
 * `npm run package`: packs Lull for this system. `-- --dir` only fills a folder under dist/, and does
 * so on a machine without Electron's binary too, over a stand-in for it. Prints what is inside besides
 * Electron, and fails where that is more than 8 MB.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.ts'
import { overStandIn, pack } from './package/pack.ts'

const mostMB = 8
const dir = process.argv.includes('--dir')
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

const standIn = overStandIn(dir)
if (standIn === null) {
  say("Electron's binary is not here, so only `npm run package -- --dir` on Linux can pack.")
  process.exit(1)
}
if (standIn)
  say("Electron's binary is not here: this packs over a stand-in, and can't run by itself.")

build('packaged')
const packed = await pack({ dir, output: join(import.meta.dirname, '../dist') })
if (packed.length === 0) throw new Error('nothing was packed under dist/')
for (const resources of packed) report(resources)

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
