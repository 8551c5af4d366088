/**
 * `npm run bench`: measures what design.md, section 6 bounds, prints a table and writes
 * out/bench.json. `npm run bench -- save` runs a part. Ends with 1 where a bound is passed.
 * `npm run bench -- pacer --picture` also draws docs/pictures/pacer.svg; `--long` takes ten real minutes;
 * `npm run bench -- simulated --doc` writes the table of docs/watch.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { bundle } from './bench/bundle.ts'
import { day } from './bench/day.ts'
import { door } from './bench/door.ts'
import { table, withMeasured, type Measured } from './bench/figures.ts'
import { idle } from './bench/idle.ts'
import { pacer } from './bench/pacer.ts'
import { save } from './bench/save.ts'
import { search } from './bench/search.ts'
import { simulated } from './bench/simulated.ts'
import { trends } from './bench/trends.ts'
import { build } from './build.ts'

const root = join(import.meta.dirname, '..')
const options = process.argv.slice(2).filter((each) => each.startsWith('--'))
const benches: Record<string, () => Promise<Measured[]>> = {
  save,
  trends,
  search,
  door,
  day,
  pacer: () =>
    pacer({
      long: options.includes('--long'),
      picture: options.includes('--picture') ? join(root, 'docs/pictures/pacer.svg') : null,
    }),
  bundle,
  idle,
  simulated: async () => simulated(options.includes('--doc') ? join(root, 'docs/watch.md') : null),
}

const asked = process.argv.slice(2).filter((each) => !each.startsWith('--'))
const unknown = [
  ...asked.filter((name) => !(name in benches)),
  ...options.filter((each) => !['--long', '--picture', '--doc'].includes(each)),
]
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench "${unknown.join(' ')}"; there are ${Object.keys(benches).join(', ')}.\n`,
  )
  process.exit(2)
}

build()

const measured: Measured[] = []
for (const [name, run] of Object.entries(benches))
  if (asked.length === 0 || asked.includes(name)) measured.push(...(await run()))

const all = withMeasured(measured, `node ${process.versions.node}`)
mkdirSync(join(root, 'out'), { recursive: true })
writeFileSync(join(root, 'out/bench.json'), `${JSON.stringify(all, null, 2)}\n`)
const gib = Math.round(totalmem() / 2 ** 30)
process.stdout.write(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${gib} GiB\n`)
process.stdout.write(table(all, measured))
process.exitCode = all.some(({ ok }) => ok === false) ? 1 : 0
