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
const pages = ['trends.get', 'today.get'] as const
type Page = (typeof pages)[number]
const root = join(import.meta.dirname, '../..')

export async function trends(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lull-bench-trends-'))
  try {
    const one = await readerOf(1, join(folder, 'one'))
    const ten = await readerOf(10, join(folder, 'ten'))
    const asked: Compared[] = []
    for (const page of pages) asked.push(await compare(page, one, ten))
    one.close()
    ten.close()
    const shown = (of: (each: Compared) => string) =>
      `${asked.map((each) => `${each.page} ${of(each)}`).join(', ')}; 2,200 shifts against 220`
    return [
      {
        id: 'trends.growth',
        value: Math.max(...asked.map(({ growth }) => growth)),
        note: shown(({ growth }) => `${growth.toFixed(2)} ×`),
      },
      {
        id: 'trends.p95',
        value: Math.max(...asked.map(({ p95 }) => p95)),
        note: shown(({ p95 }) => `${p95.toFixed(2)} ms`),
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Compared {
  page: Page
  /** Median over ten years, by median over one. */
  growth: number
  /** Over ten years, ms. */
  p95: number
}

/** Reads one page from both journals in turn; the first rounds warm up. */
async function compare(page: Page, one: Reader, ten: Reader): Promise<Compared> {
  const times = { one: [] as number[], ten: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    const turns = [
      async () => times.one.push(await one.read(page)),
      async () => times.ten.push(await ten.read(page)),
    ]
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
  }
  const warm = { one: times.one.slice(20), ten: times.ten.slice(20) }
  return {
    page,
    growth: median(warm.ten) / median(warm.one),
    p95: quantile(warm.ten, 0.95),
  }
}

type Reader = Awaited<ReturnType<typeof readerOf>>
async function readerOf(years: number, folder: string) {
  cpSync(await heavyJournal(years), folder, { recursive: true })
  const desk = deskIn(folder)
  desk.at(Date.parse(`${end}T00:00:00+08:00`))
  await desk.ask('unlock', 'journal.open', { passphrase: demoPassphrase })
  return {
    async read(page: Page) {
      const from = performance.now()
      await desk.ask('main', page, {})
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
