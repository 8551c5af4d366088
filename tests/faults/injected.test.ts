import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { journalIn, passphrase } from '../unit/store/journal-in.ts'
import { figure, isFull, sized } from './figures.ts'
import { mutantSource } from './mutant-source.ts'
import { noStrace } from './strace.ts'

const reason = noStrace()
if (reason) process.stdout.write(`write and sync errors: skipped, ${reason}\n`)

const run = promisify(execFile)
const repository = join(import.meta.dirname, '../..')
const changed = 'another four plain words'

/** In milliseconds. */
const patience = sized(240_000, 2_400_000)

/** Calls that write or sync, with how each fails: once, as a bad sector does, or from then on, as a full disk. */
const failures = [
  ...['pwrite64', 'write', 'ftruncate', 'copy_file_range', 'mkdir', 'rename'].map(
    (call) => ({ call, error: 'ENOSPC', onwards: true }) as const,
  ),
  ...['pwrite64', 'write', 'ftruncate', 'fsync', 'fdatasync'].map(
    (call) => ({ call, error: 'EIO', onwards: false }) as const,
  ),
]
type Failure = (typeof failures)[number]

interface Outcome {
  injected: boolean
  /** It ended by itself, without an error of the program's own. */
  ended: boolean
  acked: number
  lost: number
  refused: number
  opens: boolean
}

/** A session in which the `at`th such call fails. */
async function session(failure: Failure, at: number, root = repository): Promise<Outcome> {
  const home = mkdtempSync(join(tmpdir(), 'lull-injected-'))
  try {
    const folder = join(home, 'journal')
    mkdirSync(folder)
    const trace = join(home, 'trace')
    const { call, error, onwards } = failure
    const ended = await run(
      'strace',
      [
        '-f',
        '-o',
        trace,
        '-e',
        `trace=${call}`,
        '-e',
        `inject=${call}:error=${error}:when=${at}${onwards ? '+' : ''}`,
        ...pathsIn(folder).flatMap((path) => ['-P', path]),
        process.execPath,
        join(root, 'tests/faults/programs/failing-session.ts'),
        JSON.stringify({ folder, changed }),
      ],
      { timeout: 60_000 },
    ).then(
      ({ stdout }) => ({ stdout, well: true }),
      // What it said until then is with the error.
      (error: { stdout?: string }) => ({ stdout: error.stdout ?? '', well: false }),
    )
    const lines = ended.stdout.trim().split('\n')
    const acked = lines.flatMap((line) => /^acked entry-(.*)$/.exec(line)?.[1] ?? [])
    const outcome: Outcome = {
      injected: readFileSync(trace, 'latin1').includes('INJECTED'),
      ended: ended.well && lines.at(-1) === 'ended',
      acked: acked.length,
      lost: acked.length,
      refused: lines.filter((line) => line.startsWith('refused')).length,
      opens: false,
    }
    // The disk has room again.
    const journal = journalIn(folder)
    const again = !journal.exists() && !lines.includes('acked journal')
    let opened = await (again ? journal.create(passphrase) : journal.open({ passphrase }))
    if (!opened.ok) opened = await journal.open({ passphrase: changed })
    if (opened.ok) {
      const rows = opened.store.prepare<{ name: string }>('SELECT name FROM setting').all()
      const there = new Set(rows.map(({ name }) => name))
      outcome.lost = acked.filter((name) => !there.has(name)).length
      outcome.opens = true
    }
    journal.close()
    return outcome
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** All that a session writes, so that nothing but its files fails. */
function pathsIn(folder: string): string[] {
  const names = ['journal.db', 'journal.db.new', 'journal.keys', 'journal.keys.new', 'journal.seq']
  const folders = ['', 'trial', 'backups', 'backups/unfinished'].map((each) => join(folder, each))
  return [
    ...folders,
    ...folders.flatMap((each) =>
      names.flatMap((name) =>
        ['', '-wal', '-shm', '-journal'].map((end) => join(each, name + end)),
      ),
    ),
  ]
}

/** Each of these calls in turn until none is left to fail; of a short run, some of them. Two sessions at a time. */
async function sessions(every: number, some: readonly Failure[], root = repository) {
  const all: Outcome[] = []
  for (const failure of some) {
    let at = 1
    let isOver = false
    const inTurn = async () => {
      while (!isOver) {
        const mine = at
        at += every
        const outcome = await session(failure, mine, root)
        if (outcome.injected) all.push(outcome)
        else isOver = true
      }
    }
    await Promise.all([inTurn(), inTurn()])
  }
  return all
}

const sum = (all: readonly Outcome[], of: (one: Outcome) => number) =>
  all.reduce((total, one) => total + of(one), 0)

describe.skipIf(reason)('a write or a sync that fails', () => {
  it(
    'loses nothing that was acknowledged, ends nothing, and leaves a journal that opens',
    async () => {
      const all = await sessions(sized(50, 1), failures)
      const root = mutantSource(
        'src/store/store.ts',
        'commit.run()',
        'try { commit.run() } catch {}',
      )
      onTestFinished(() => rmSync(root, { recursive: true, force: true }))
      const careless = failures.filter(({ call, onwards }) => call === 'pwrite64' && onwards)
      const mutant = await sessions(sized(40, 9), careless, root)

      const [acked, lost] = [sum(all, (one) => one.acked), sum(all, (one) => one.lost)]
      const refused = sum(all, (one) => one.refused)
      const lostBy = sum(mutant, (one) => one.lost)
      figure({
        of: 'calls that failed',
        during: 'a session',
        trials: all.length,
        acknowledged: acked,
        lost,
        none: {
          'ended by it': all.filter(({ ended }) => !ended).length,
          'not opening': all.filter(({ opens }) => !opens).length,
        },
      })
      figure({
        mutant: "the commit's errors",
        failed: lostBy > 0,
        seen: `${lostBy} lost in ${mutant.length} sessions`,
      })
      expect(all.length).toBeGreaterThan(isFull ? 100 : 10)
      expect(lost).toBe(0)
      expect(refused).toBeGreaterThan(0)
      expect(all.filter(({ ended }) => !ended)).toEqual([])
      expect(all.filter(({ opens }) => !opens)).toEqual([])
      expect(lostBy).toBeGreaterThan(0)
    },
    patience,
  )
})
