import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { tempFolder } from '../unit/store/folders.ts'
import { journalIn, passphrase } from '../unit/store/journal-in.ts'
import { figure } from './figures.ts'
import { mutantSource } from './mutant-source.ts'
import { createDisk, diskCalls, layOut, seeded } from './power-cut.ts'
import { bytesOf, noStrace, trace, type Call } from './strace.ts'

const renewed = 'another four plain words'
const reason = noStrace()
if (reason) process.stdout.write(`a new data key: skipped in part, ${reason}\n`)

interface Outcome {
  moments: number
  acked: number
  lost: number
  /** Neither passphrase opened it. */
  shut: number
  byOld: number
  byNew: number
  /** The change was told to be made, and the old passphrase still opened it. */
  broken: number
  /** What the other passphrase was told. */
  refusals: Set<string>
}
const nothing = (): Outcome => ({
  moments: 0,
  acked: 0,
  lost: 0,
  shut: 0,
  byOld: 0,
  byNew: 0,
  broken: 0,
  refusals: new Set(),
})

function ackOf({ name, args: [file = '', text = ''] }: Call): string | null {
  if (name !== 'write' || !/^1(<|$)/.test(file)) return null
  return bytesOf(text).toString().trim()
}

function told(of: string, { moments, acked, lost, shut, broken, byOld, byNew }: Outcome) {
  const during = `making a new data key (by the old ${byOld}, by the new ${byNew})`
  figure({ of, during, trials: moments, acknowledged: acked, lost, none: { shut, stale: broken } })
}

/** Opens what is left by one passphrase or the other, and counts what of that is missing. */
async function reopen(folder: string, said: readonly string[], outcome: Outcome) {
  const acked = said.flatMap((line) => /^acked (\w+-\d+)$/.exec(line)?.[1] ?? [])
  outcome.moments++
  outcome.acked += acked.length
  const journal = journalIn(folder)
  // In turn the old one first, or the new one: a refusal must change nothing.
  const secrets = outcome.moments % 2 ? [passphrase, renewed] : [renewed, passphrase]
  const first = await journal.open({ passphrase: secrets[0] ?? '' })
  const opened = first.ok ? first : await journal.open({ passphrase: secrets[1] ?? '' })
  if (!first.ok) outcome.refusals.add(first.problem)
  if (!opened.ok) {
    outcome.shut++
    outcome.lost += acked.length
    return
  }
  const byOld = (first.ok ? secrets[0] : secrets[1]) === passphrase
  outcome[byOld ? 'byOld' : 'byNew']++
  if (byOld && said.includes('acked renewed')) outcome.broken++
  const there = new Set(
    opened.store
      .prepare<{ name: string }>('SELECT name FROM setting')
      .all()
      .map(({ name }) => name),
  )
  outcome.lost += acked.filter((name) => !there.has(name)).length
  if (opened.notice === 'lost-writes') outcome.lost++
  journal.close()
}

/** Ends the program at every call from the change on, or at every `every`th; by a kill or by a power cut. */
async function cut(how: 'kill' | 'power', every: number, root?: string): Promise<Outcome> {
  const place = tempFolder()
  const folder = join(place, 'journal')
  mkdirSync(folder)
  const calls = trace(diskCalls, 'renewer.ts', { folder, entries: 20, renewed }, root).filter(
    (call) => ackOf(call) ?? call.args.some((argument) => argument.includes(folder)),
  )
  const begin = calls.findIndex((call) => ackOf(call) === 'begin')
  const toss = seeded(20_261_126)
  const disk = createDisk(folder)
  const said: string[] = []
  const outcome = nothing()
  const made = calls.findIndex((call) => ackOf(call) === 'acked renewed')
  // What a mutant makes of the rest is of no interest.
  const end = root === undefined ? calls.length : made + 1
  for (const [moment, call] of calls.slice(0, end).entries()) {
    disk.happen(call)
    const ack = ackOf(call)
    if (ack) said.push(ack)
    if (moment < begin || moment % every !== 0) continue
    const left = join(place, 'left')
    layOut(how === 'kill' ? disk.afterKill() : disk.afterPowerCut(toss), left)
    await reopen(left, said, outcome)
    rmSync(left, { recursive: true })
  }
  return outcome
}

describe.skipIf(reason)('a journal that gets another data key', () => {
  it.each(['kill', 'power'] as const)(
    'opens by the old passphrase or the new one, and has everything, cut at every call (%s)',
    async (how) => {
      const outcome = await cut(how, 1)
      told(how === 'kill' ? 'cuts like a kill' : 'power cuts', outcome)
      expect(outcome).toMatchObject({ lost: 0, shut: 0, broken: 0 })
      expect(outcome.byOld).toBeGreaterThan(20)
      expect(outcome.byNew).toBeGreaterThan(20)
      expect(outcome.refusals).toEqual(new Set(['wrong-secret', 'use-before', 'use-new']))
    },
  )

  it.each([
    [
      'the key file with both keys',
      /\{ \.\.\.file, next: \{ slots, before \} \}/,
      '{ ...file, slots }',
    ],
    [
      'the key file before the copy',
      /keepKeys\(files\.keys, \{ \.\.\.file, next:.*\n/,
      'void made\n',
    ],
    ['the end of the log', /close\(\)\s+dropLog\(files\)/, 'void 0'],
  ])('would be shut without %s', async (_, from, to) => {
    const root = mutantSource('src/store/renew.ts', from, to)
    onTestFinished(() => rmSync(root, { recursive: true, force: true }))
    const outcome = await cut('kill', 1, root)
    expect(outcome.shut).toBeGreaterThan(0)
  })
})

/** Runs the program on a copy of `from` and kills it after so many milliseconds. */
async function killedAfter(from: string, ms: number): Promise<{ folder: string; said: string[] }> {
  const folder = tempFolder()
  cpSync(from, folder, { recursive: true })
  const program = join(import.meta.dirname, 'programs/renewer.ts')
  const child = spawn(
    process.execPath,
    [program, JSON.stringify({ folder, entries: 0, renewed })],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const ended = new Promise((resolve) => child.on('close', resolve))
  const said: string[] = []
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    if (line === 'begin') setTimeout(() => child.kill('SIGKILL'), ms)
  }
  await ended
  return { folder, said }
}

/** A journal with an entry and two copies in it. */
async function withCopies(): Promise<string> {
  const folder = tempFolder()
  const journal = journalIn(folder)
  const opened = await journal.create(passphrase)
  if (!opened.ok) throw new Error(opened.message)
  const put = opened.store.prepare('INSERT INTO setting (name, value) VALUES (?, ?)')
  opened.store.write(() => put.run('first-0', 'words'))
  for (const name of ['2026-11-20-unclean', '2026-11-21-unclean']) {
    const copy = join(folder, 'backups', name)
    mkdirSync(copy, { recursive: true })
    for (const file of ['journal.db', 'journal.db-wal', 'journal.keys'])
      cpSync(join(folder, file), join(copy, file))
  }
  journal.close()
  return folder
}

describe('a journal with copies', () => {
  it('has them all under one passphrase after the next unlock, whenever it was killed', async () => {
    const from = await withCopies()
    const outcome = nothing()
    let copies = 0
    for (let ms = 0; ms < 120; ms += 4) {
      const { folder, said } = await killedAfter(from, ms)
      await reopen(folder, ['acked first-0', ...said], outcome)
      for (const name of readdirSync(join(folder, 'backups'))) {
        const opens = []
        for (const secret of [passphrase, renewed]) {
          const copy = journalIn(join(folder, 'backups', name))
          if ((await copy.open({ passphrase: secret })).ok) opens.push(secret)
          copy.close()
        }
        // Killed before the change, the journal's own log may have been put aside as well.
        if (name !== 'unfinished') expect(opens).toHaveLength(1)
        copies++
      }
    }
    told('kills', outcome)
    expect(outcome).toMatchObject({ lost: 0, shut: 0, broken: 0 })
    expect(copies).toBeGreaterThanOrEqual(60)
  })
})
