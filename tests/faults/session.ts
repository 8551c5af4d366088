import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import { onTestFinished } from 'vitest'
import type { Journal, Secret, Store } from '../../src/ports.ts'
import { idAt, openJournalDesk, passphrase as deskPassphrase } from '../desk.ts'
import { journalIn, passphrase, productMigrations } from '../unit/store/journal-in.ts'
import { createDisk, diskCalls, layOut } from './power-cut.ts'
import type { Part, SessionInput } from './programs/session-input.ts'
import { restored, type FoundNote, type FoundNotes } from './restores.ts'
import { bytesOf, trace, type Call } from './strace.ts'

/** Where a session begins: a journal, what is in it already, and what an import would bring. */
export interface Start {
  part: Part
  folder: string
  names: readonly string[]
  file: string
  brought: readonly string[]
}

export interface Outcome {
  trials: number
  /** Acknowledged entries over all trials, and those of them that were gone. */
  acknowledged: number
  lost: number
  /** Journals that a secret which opens them did not open. */
  shut: number
  /** Journals that opened with a secret that was taken away. */
  stale: number
  /** Openings that said that writes were lost. */
  told: number
  halfImports: number
  /** Copies that stand under a copy's name and don't open, aren't whole, or lack what was there before. */
  halfCopies: number
  copies: number
  /** Trials in which an import was there, and was not. */
  imports: readonly [none: number, whole: number]
  /** Trials that left the journal of before a restore, and the copy put back. */
  restores: readonly [before: number, after: number]
  /** Journals that are neither of the two. */
  halfRestores: number
  /** Journals in which what was deleted before the restore is back. */
  cameBack: number
  /** Openings after a restore that had something to tell. */
  noticed: number
}
export const noOutcome: Outcome = {
  trials: 0,
  acknowledged: 0,
  lost: 0,
  shut: 0,
  stale: 0,
  told: 0,
  halfImports: 0,
  halfCopies: 0,
  copies: 0,
  imports: [0, 0],
  restores: [0, 0],
  halfRestores: 0,
  cameBack: 0,
  noticed: 0,
}

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lull-session-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Makes the journal that a part of a session begins with. */
export async function startOf(part: Part): Promise<Start> {
  const place = tempFolder()
  const folder = join(place, 'journal')
  const file = join(place, 'brought.json')
  if (part === 'migrating') await anOlderOne(folder)
  else {
    const journal = journalIn(folder)
    await storeOf(journal.create(passphrase))
    journal.close()
  }
  const brought = part === 'importing' ? await anExport(file) : []
  const looked = join(place, 'looked')
  cpSync(folder, looked, { recursive: true })
  const journal = journalIn(looked)
  const names = [...namesIn(await storeOf(journal.open({ passphrase })))]
  journal.close()
  return { part, folder, names, file, brought }
}

/** A stored file of version 4, whose passphrase is one that costs next to nothing to try. */
async function anOlderOne(folder: string) {
  cpSync(join(import.meta.dirname, '../fixtures/version-4'), folder, { recursive: true })
  const journal = journalIn(folder, { migrations: productMigrations.slice(0, 4) })
  await storeOf(journal.open({ passphrase: deskPassphrase }))
  await journal.keys.setPassphrase({ passphrase: deskPassphrase }, passphrase)
  journal.close()
}

/** What another desk took out: forty notes of theirs, whose ids it answers. */
async function anExport(path: string): Promise<string[]> {
  using desk = await openJournalDesk()
  await desk.ask('main', 'settings.set', { words: 'numbers-and-words' })
  const ids: string[] = []
  for (let nth = 0; nth < 40; nth++) {
    desk.clock.pass(60_000)
    const id = idAt(desk.clock.now())
    const words = `Another desk’s ${nth}. `.repeat(20)
    await desk.ask('note', 'note.save', { id, difficulty: 3, type: 'angry', words })
    ids.push(id)
  }
  const grant = 'a4b7b9d8-2f4d-4c7d-8b1e-6f7d5c3b2a10'
  const purpose = 'json'
  desk.companion.hear({ kind: 'file', grant, purpose, window: 'main', path })
  await desk.ask('main', 'data.out', { grant, taken: { as: 'json' } })
  return ids
}

async function storeOf(opening: ReturnType<Journal['open']>): Promise<Store> {
  const opened = await opening
  if (!opened.ok) throw new Error(opened.message)
  return opened.store
}

/** What stands in a journal by a name: settings, and every entry by its id. */
function namesIn(store: Store): Set<string> {
  const tables = ['shift', 'call', 'note', 'checkin', 'pause']
  const ids = tables.map((table) => `SELECT id AS name FROM ${table}`)
  const all = store.prepare<{ name: string }>(
    ['SELECT name FROM setting', ...ids].join(' UNION ALL '),
  )
  return new Set(all.all().map(({ name }) => name))
}

function notesIn(store: Store): FoundNotes {
  const all = store.prepare<FoundNote & { id: string }>('SELECT id, difficulty, words FROM note')
  return Object.fromEntries(all.all().map(({ id, ...note }) => [id, note]))
}

const secrets = v.array(
  v.union([
    v.strictObject({ passphrase: v.string() }),
    v.strictObject({ recoveryKey: v.string() }),
    v.strictObject({ keychain: v.string() }),
  ]),
)
const keysSchema = v.strictObject({ all: secrets, one: secrets, none: secrets })

/** Opens what a kill or a power cut has left, and counts what of that isn't as was said. */
export async function judged(
  folder: string,
  { part, names, brought }: Start,
  said: readonly string[],
  soFar: Outcome,
): Promise<Outcome> {
  const outcome = { ...soFar, trials: soFar.trials + 1 }
  const isRestore = part === 'restoring'
  const entries = (lines: readonly string[]) =>
    lines.flatMap((line) => /^acked (\S*-\S*)$/.exec(line)?.[1] ?? [])
  const acked = [...names, ...entries(said)]
  outcome.acknowledged += acked.length
  const keys = v.parse(
    keysSchema,
    JSON.parse(said.findLast((line) => line.startsWith('keys '))?.slice(5) ?? ''),
  )

  const first = await tried(folder, [...keys.all, ...keys.one])
  if (!first) {
    outcome.shut++
    outcome.lost += acked.length
    return outcome
  }
  if (first.notice === 'lost-writes') outcome.told++
  // After a restore some of them stand in a copy.
  const inHere = isRestore ? names : acked
  outcome.lost += inHere.filter((name) => !first.names.has(name)).length
  const there = brought.filter((id) => first.names.has(id)).length
  if (brought.length > 0) {
    const [none, whole] = outcome.imports
    if (there === 0 && !said.includes('acked import')) outcome.imports = [none + 1, whole]
    else if (there === brought.length) outcome.imports = [none, whole + 1]
    else outcome.halfImports++
  }
  for (const secret of keys.all) if (!(await tried(folder, [secret]))) outcome.shut++
  for (const secret of keys.none) if (await tried(folder, [secret])) outcome.stale++

  const began = said.indexOf('begin')
  const earlier = isRestore || began < 0 ? [] : said.slice(0, began)
  const atLeast = [...names, ...entries(earlier)]
  const copies: FoundNotes[] = []
  const backups = join(folder, 'backups')
  for (const name of existsSync(backups) ? readdirSync(backups) : []) {
    if (name === 'unfinished') continue
    const copy = await tried(join(backups, name), [...keys.all, ...keys.one, ...keys.none])
    outcome.copies++
    if (!copy || atLeast.some((one) => !copy.names.has(one))) outcome.halfCopies++
    if (copy) copies.push(copy.notes)
  }
  if (isRestore) {
    const { is, lost, cameBack } = restored(said, first.notes, copies)
    const [before, after] = outcome.restores
    outcome.lost += lost
    if (cameBack) outcome.cameBack++
    if (first.notice) outcome.noticed++
    if (is === 'before') outcome.restores = [before + 1, after]
    else if (is === 'after') outcome.restores = [before, after + 1]
    else outcome.halfRestores++
  }
  return outcome
}

/** What stands in a journal that one of these secrets opens and that is whole, or null. */
async function tried(folder: string, ways: readonly Secret[]) {
  for (const secret of ways) {
    const journal = journalIn(folder)
    const opened = await journal.open(secret)
    if (!opened.ok) continue
    const whole = opened.store.prepare<{ quick_check: string }>('PRAGMA quick_check(1)').get()
    const found = { names: namesIn(opened.store), notes: notesIn(opened.store) }
    journal.close()
    return whole?.quick_check === 'ok' ? { ...found, notice: opened.notice } : null
  }
  return null
}

const saidIn = ({ name, args: [file = '', text = ''] }: Call): string | null =>
  name === 'write' && /^1(<|$)/.test(file) ? bytesOf(text).toString().trim() : null

/**
 * Runs the session once, and cuts its power `cuts` times between `begin` and its end: at each call if there
 * are fewer of them, and then again, since the disk keeps something else each time.
 */
export async function cutPower(
  start: Start,
  cuts: number,
  toss: () => number,
  root?: string,
): Promise<Outcome> {
  const { folder, part, file } = start
  const before = filesUnder(folder)
  const input: SessionInput = { folder, part, file }
  const calls = trace(diskCalls, 'session.ts', input, root).filter(
    (call) => saidIn(call) ?? call.args.some((argument) => argument.includes(folder)),
  )
  layOutAnew(folder, before)
  const begin = calls.findIndex((call) => saidIn(call) === 'begin')
  const moments = new Map<number, number>()
  const span = calls.length - begin
  for (let nth = 0; nth < cuts; nth++) {
    const even = Math.floor(((nth + toss()) * span) / cuts)
    const moment = begin + Math.min(span - 1, even)
    moments.set(moment, (moments.get(moment) ?? 0) + 1)
  }
  const disk = createDisk(folder, before)
  const said: string[] = []
  let outcome = noOutcome
  for (const [moment, call] of calls.entries()) {
    disk.happen(call)
    const line = saidIn(call)
    if (line) said.push(line)
    for (let nth = 0; nth < (moments.get(moment) ?? 0); nth++) {
      const left = join(tempRoot(folder), 'left')
      layOut(disk.afterPowerCut(toss), left)
      outcome = await judged(left, start, said, outcome)
      rmSync(left, { recursive: true })
    }
  }
  return outcome
}

const tempRoot = (folder: string) => join(folder, '..')

/** Runs the session `kills` times, each time on a copy of its journal, and kills it somewhere in the middle. */
export async function killed(start: Start, kills: number, toss: () => number): Promise<Outcome> {
  let outcome = noOutcome
  const waiting = [begun(start), begun(start)]
  const whole = await (await begun(start)).run(null)
  if (!whole.said.includes('end')) throw new Error('the session doesn’t come to its end')
  for (let nth = 0; nth < kills; nth++) {
    const next = waiting.shift()
    if (!next) throw new Error('nobody waits')
    if (nth + 2 < kills) waiting.push(begun(start))
    const { folder, said } = await (await next).run(toss() * whole.ms)
    outcome = await judged(folder, start, said, outcome)
    rmSync(join(folder, '..'), { recursive: true })
  }
  for (const rest of waiting) await (await rest).run(0)
  return outcome
}

const program = join(import.meta.dirname, 'programs/session.ts')

/** Starts a session, which waits until it is told to go on. */
async function begun({ folder: from, part, file }: Start) {
  const folder = join(tempFolder(), 'journal')
  cpSync(from, folder, { recursive: true })
  const input: SessionInput = { folder, part, file }
  const child = spawn(process.execPath, [program, JSON.stringify(input)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = new Promise((resolve) => child.on('close', resolve))
  const said: string[] = []
  const lines = createInterface(child.stdout)
  const heard = (wanted: string) =>
    new Promise<void>((resolve) => {
      lines.on('line', (line) => line === wanted && resolve())
      child.on('close', () => resolve())
    })
  const [ready, ended] = [heard('ready'), heard('end')]
  lines.on('line', (line) => said.push(line))
  await ready
  return {
    /** Lets it go on, for so many milliseconds or, with null, to its end. */
    async run(forMs: number | null) {
      const started = performance.now()
      child.stdin.end('.')
      const timer = forMs === null ? null : setTimeout(() => child.kill('SIGKILL'), forMs)
      if (forMs === null) await ended
      const ms = performance.now() - started
      await gone
      if (timer) clearTimeout(timer)
      return { folder, said, ms }
    },
  }
}

function filesUnder(folder: string): Map<string, Buffer> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    all
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  )
}

function layOutAnew(folder: string, files: ReadonlyMap<string, Buffer>) {
  rmSync(folder, { recursive: true })
  layOut(files, folder)
}
