/**
 * `npm run audit`: asks npm's list of known holes about everything that is installed, and tells apart what
 * is inside a package from what only builds and tests. Ends with 1 for a hole in what is shipped, 3 where
 * the list can't be asked (it needs the network, and a registry that has one).
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.ts'
import { readAudit, sortHoles, type Hole } from './package/audit.ts'
import { sbom } from './package/sbom.ts'

const root = join(import.meta.dirname, '..')
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

build('packaged')
const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
})
const holes = readAudit(stdout)
if (holes === null) {
  say('The list of known holes could not be asked, so nothing is known. It needs the network.')
  process.exit(3)
}
const { inside, outside } = sortHoles(holes, sbom(root))
for (const hole of inside) say(`shipped: ${line(hole)}`)
for (const hole of outside) say(`only builds or tests: ${line(hole)}`)
say(
  `${inside.length} known holes in what is shipped, ${outside.length} in what builds and tests it.`,
)
process.exitCode = inside.length > 0 ? 1 : 0

function line({ name, severity, about }: Hole): string {
  return `${name} (${severity}) ${about.join(', ')}`
}
