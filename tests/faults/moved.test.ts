import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openJournalPlace } from '../../src/store/journal-place.ts'
import { movedName } from '../../src/store/move.ts'
import { tempFolder } from '../unit/store/folders.ts'
import { journalIn, passphrase } from '../unit/store/journal-in.ts'
import { figure } from './figures.ts'
import { mutantSource } from './mutant-source.ts'
import { bytesOf, noStrace, trace, type Call } from './strace.ts'

const reason = noStrace()
if (reason) process.stdout.write(`a move: skipped, ${reason}\n`)

/** Each of them makes a step that a cut can come before: names, and what is put on the disk. */
const steps = ['mkdir', 'rename', 'unlink', 'rmdir', 'fsync', 'fdatasync', 'ftruncate']
const repository = join(import.meta.dirname, '../..')

interface Outcome {
  kills: number
  acked: number
  lost: number
  /** Neither place had a journal that opened, or the one that opened wasn't the one that is known. */
  shut: number
  /** After the next start there was more than the one journal, or a half of another. */
  twice: number
  atOld: number
  atNew: number
}

interface Desk {
  own: string
  to: string
}
function desk(): Desk {
  const root = tempFolder()
  const made = { own: join(root, 'own'), to: join(root, 'stick') }
  mkdirSync(made.own)
  mkdirSync(made.to)
  return made
}

const program = (root: string) => join(root, 'tests/faults/programs/mover.ts')

/** strace counts each kind of call by itself. */
interface Step {
  name: string
  nth: number
}

/** Runs the program and kills it at this step. Gives what it had said by then. */
function killedAt({ name, nth }: Step, at: Desk, root: string): string[] {
  const { stdout, error } = spawnSync(
    'strace',
    [
      '-f',
      '-o',
      '/dev/null',
      '-e',
      `trace=${name}`,
      '-e',
      `inject=${name}:signal=KILL:when=${nth}`,
      process.execPath,
      program(root),
      JSON.stringify(at),
    ],
    { encoding: 'utf8', timeout: 60_000 },
  )
  if (error) throw error
  return stdout.split('\n')
}

const lineOf = ({ name, args: [file = '', text = ''] }: Call): string | null =>
  name === 'write' && /^1(<|$)/.test(file) ? bytesOf(text).toString().trim() : null

/** The steps of the move, each counted from the beginning of the program. */
function stepsOfMove(): Step[] {
  const calls = trace([...steps, 'write'], 'mover.ts', desk())
  const lines = calls.map(lineOf)
  const [from, to] = [lines.indexOf('begin'), lines.indexOf('acked moved')]
  return calls.flatMap(({ name }, at) => {
    if (at <= from || at >= to || !steps.includes(name)) return []
    return [{ name, nth: calls.slice(0, at + 1).filter((call) => call.name === name).length }]
  })
}

/** What the next start makes of it. */
async function reopen(at: Desk, said: readonly string[], outcome: Outcome): Promise<void> {
  const acked = said.flatMap((line) => /^acked (\w+-\d+)$/.exec(line)?.[1] ?? [])
  outcome.kills++
  outcome.acked += acked.length
  const place = await openJournalPlace({
    own: at.own,
    usual: join(at.own, 'journal'),
    isCarried: false,
    read: () => Promise.resolve({ ground: 'disk', sync: null, roams: false }),
  })
  const moved = join(at.to, movedName)
  const journal = journalIn(place.folder(), { isPlaced: place.start().isPlaced })
  const opened = await journal.open({ passphrase })
  if (!opened.ok) {
    outcome.shut++
    outcome.lost += acked.length
    return
  }
  const names = opened.store.prepare<{ name: string }>('SELECT name FROM setting').all()
  const there = new Set(names.map(({ name }) => name))
  outcome.lost += acked.filter((name) => !there.has(name)).length
  if (opened.notice === 'lost-writes') outcome.lost++
  journal.close()
  const isNew = place.folder() === moved
  outcome[isNew ? 'atNew' : 'atOld']++
  // A kill before the journal was closed has its log put aside as well.
  const copies = readdirSync(join(place.folder(), 'backups'))
  if (copies.filter((name) => name.endsWith('-import')).length !== 1) outcome.lost++
  const other = isNew ? join(at.own, 'journal') : moved
  if (existsSync(other) || existsSync(`${moved}.moving`)) outcome.twice++
}

async function kill(every: number, root = repository): Promise<Outcome> {
  const made = desk()
  const outcome = { kills: 0, acked: 0, lost: 0, shut: 0, twice: 0, atOld: 0, atNew: 0 }
  for (const [at, step] of stepsOfMove().entries()) {
    if (at % every !== 0) continue
    for (const folder of [made.own, made.to]) {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder)
    }
    await reopen(made, killedAt(step, made, root), outcome)
  }
  return outcome
}

describe.skipIf(reason)('a journal that moves', () => {
  it('opens at the one place that is known, whole and alone, killed at each of its steps', async () => {
    const outcome = await kill(1)
    const { kills: trials, acked: acknowledged, lost, shut, twice } = outcome
    figure({
      of: 'kills',
      during: `moving (${outcome.atOld} at the old place, ${outcome.atNew} at the new)`,
      trials,
      acknowledged,
      lost,
      none: { shut, 'left twice': twice },
    })
    expect(outcome).toMatchObject({ lost: 0, shut: 0, twice: 0 })
    expect(outcome.atOld).toBeGreaterThan(10)
    expect(outcome.atNew).toBeGreaterThan(5)
  })

  it.each([
    [
      'the old one went before the new place is written down',
      /keep\(\{\n\s+folder: keptOf\(to\)/,
      'arrive(from, to, false); leave(from, to);$&',
    ],
    [
      'the new place was written down before its copy is whole',
      /copying\(to\) \{\n/,
      '$&kept = { ...kept, folder: keptOf(to) };',
    ],
  ] as const)('would be shut where %s', async (_, from, to) => {
    const root = mutantSource('src/store/journal-place.ts', from, to)
    onTestFinished(() => rmSync(root, { recursive: true, force: true }))
    expect((await kill(4, root)).shut).toBeGreaterThan(0)
  })
})
