/** What a Trends page asks of the vault: ten years of a heavy user against one. */
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { heavyYears, plan } from '../demo/plan.ts'
import { demoPassphrase, deskIn, migrations, write } from '../demo/write.ts'
import { median, quantile, type Measured } from './figures.ts'

const end = '2026-11-22'
const rounds = 400
const root = join(import.meta.dirname, '../..')

export async function trends(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lull-bench-trends-'))
  try {
    const one = await readerOf(1, join(folder, 'one'))
    const ten = await readerOf(10, join(folder, 'ten'))
    const times = { one: [] as number[], ten: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      times.one.push(await one.read())
      times.ten.push(await ten.read())
    }
    one.close()
    ten.close()
    const warm = { one: times.one.slice(20), ten: times.ten.slice(20) }
    const note = 'trends.get and today.get, 2,200 shifts against 220'
    return [
      { id: 'trends.growth', value: median(warm.ten) / median(warm.one), note },
      { id: 'trends.p95', value: quantile(warm.ten, 0.95), note },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function readerOf(years: number, folder: string) {
  cpSync(await heavyJournal(years), folder, { recursive: true })
  const desk = deskIn(folder)
  desk.at(Date.parse(`${end}T00:00:00+08:00`))
  await desk.ask('unlock', 'journal.open', { passphrase: demoPassphrase })
  return {
    async read() {
      const from = performance.now()
      await desk.ask('main', 'trends.get', {})
      await desk.ask('main', 'today.get', {})
      return performance.now() - from
    },
    close: () => desk.companion.hear({ kind: 'end' }),
  }
}

/** The journal of a heavy user, written once and kept for as long as nothing that makes it changes. */
async function heavyJournal(years: number): Promise<string> {
  const made = createHash('sha256').update(JSON.stringify([migrations, heavyYears(years), end]))
  const demo = join(root, 'tools/demo')
  for (const file of readdirSync(demo).sort()) made.update(readFileSync(join(demo, file)))
  const folder = join(
    root,
    'node_modules/.cache/lull',
    `heavy-${years}-${made.digest('hex').slice(0, 12)}`,
  )
  if (existsSync(folder)) return folder
  const passing = `${folder}.new`
  rmSync(passing, { recursive: true, force: true })
  mkdirSync(passing, { recursive: true })
  await write(plan({ ...heavyYears(years), end }), passing)
  renameSync(passing, folder)
  return folder
}
