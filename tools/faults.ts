/**
 * `npm run test:faults`: the proofs that nothing is lost, in full size; `npm test` runs a part of each. Every
 * test of tests/faults leaves its figures, and this puts them into one table and into out/faults.json.
 * Ends with `lost: 0`, or says what isn't so.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'

const root = join(import.meta.dirname, '..')
const figureSchema = v.object({
  of: v.string(),
  during: v.string(),
  trials: v.number(),
  acknowledged: v.number(),
  lost: v.number(),
  none: v.optional(v.record(v.string(), v.number()), {}),
})
const mutantSchema = v.object({ mutant: v.string(), failed: v.boolean(), seen: v.string() })
type Figure = v.InferOutput<typeof figureSchema>
type Mutant = v.InferOutput<typeof mutantSchema>

/** Protections that must have been switched off once and missed, by what their names begin with. */
const wanted = ['synchronous FULL', 'seq', 'a copy aside', 'temp_store MEMORY']
const least: Readonly<Record<string, number>> = { kills: 1000, 'power cuts': 1000, imports: 10_000 }

const folder = mkdtempSync(join(tmpdir(), 'lull-figures-'))
const started = performance.now()
// What is asked for by name runs alone, and is then no whole.
const some = process.argv.slice(2)
const { status } = spawnSync('vitest', ['run', '--project', 'faults', ...some], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
  env: { ...process.env, LULL_FAULTS: 'full', LULL_FIGURES: folder },
})
const { figures, mutants } = read()
rmSync(folder, { recursive: true, force: true })

const wrong = [
  ...(status === 0 ? [] : ['a test failed']),
  ...figures.flatMap(({ of, during, lost, none }) =>
    Object.entries({ lost, ...none })
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `${of}, ${during}: ${what} ${count}`),
  ),
  ...mutants.filter(({ failed }) => !failed).map(({ mutant }) => `nobody missed ${mutant}`),
  ...(some.length > 0 ? [] : missing()),
]
print()
mkdirSync(join(root, 'out'), { recursive: true })
const seconds = Math.round((performance.now() - started) / 1000)
const lost = sum(figures, ({ lost: each }) => each)
writeFileSync(
  join(root, 'out/faults.json'),
  `${JSON.stringify({ seconds, lost, figures, mutants, wrong }, null, 2)}\n`,
)
for (const one of wrong) process.stdout.write(`✗ ${one}\n`)
process.stdout.write(`\nlost: ${lost} (${seconds} s; out/faults.json)\n`)
process.exitCode = wrong.length === 0 ? 0 : 1

function read(): { figures: Figure[]; mutants: Mutant[] } {
  const all: unknown[] = readdirSync(folder)
    .toSorted()
    .map((name): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  return {
    figures: all.flatMap((one) => (v.is(figureSchema, one) ? [v.parse(figureSchema, one)] : [])),
    mutants: all.flatMap((one) => (v.is(mutantSchema, one) ? [one] : [])),
  }
}

/** What the whole of it should have shown, and this run hasn't. */
function missing(): string[] {
  const few = Object.entries(least).flatMap(([of, count]) => {
    const were = sum(figures, (one) => (one.of === of ? one.trials : 0))
    return were < count ? [`${were} ${of}, of ${count}`] : []
  })
  const unseen = wanted.filter((name) => !mutants.some(({ mutant }) => mutant.startsWith(name)))
  return [...few, ...unseen.map((name) => `without ${name}: not tried here`)]
}

function print() {
  const rows = figures.map(({ of, during, trials, acknowledged, lost: gone, none }) => [
    of,
    during,
    String(trials),
    acknowledged > 0 ? `${gone} of ${acknowledged}` : String(gone),
    Object.entries(none)
      .map(([what, count]) => `${what} ${count}`)
      .join(', '),
  ])
  const head = ['trials', 'during', 'how many', 'lost', 'and']
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  process.stdout.write(`\n${[head, ...rows].map(line).join('\n')}\n\n`)
  for (const { mutant, failed, seen } of mutants)
    process.stdout.write(`${failed ? '✓' : '✗'} without ${mutant}: ${seen}\n`)
}

function sum<One>(all: readonly One[], of: (one: One) => number): number {
  return all.reduce((total, one) => total + of(one), 0)
}
