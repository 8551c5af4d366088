import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { journalIn, passphrase } from '../unit/store/journal-in.ts'
import { figure } from './figures.ts'
import { createDisk, diskCalls, layOut, seeded } from './power-cut.ts'
import type { WriterInput } from './programs/writer-input.ts'
import { bytesOf, noStrace, trace, type Call } from './strace.ts'

const reason = noStrace()
if (reason) process.stdout.write(`power cuts: skipped, ${reason}\n`)

interface Outcome {
  cuts: number
  /** Acknowledged entries over all cuts, and those of them that were not there afterwards. */
  acked: number
  lost: number
  /** Journals that could neither be opened nor, where none had been acknowledged, be made anew. */
  shut: number
  /** Openings that said that writes were lost. */
  told: number
}

/**
 * Cuts the power of a writer after each call by which it makes its journal and at `random` moments
 * later, and opens each time what the disk has kept.
 */
async function cutPower(random: number, synchronous: 'FULL' | 'NORMAL'): Promise<Outcome> {
  const root = mkdtempSync(join(tmpdir(), 'lull-power-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const folder = join(root, 'journal')
  mkdirSync(folder)
  const input: WriterInput = { folder, count: 400, synchronous, recovery: true }
  const calls = trace(diskCalls, 'writer.ts', input).filter(
    (call) => ackOf(call) ?? call.args.some((argument) => argument.includes(folder)),
  )

  const toss = seeded(20_261_122)
  const made = calls.findIndex((call) => ackOf(call) === 'journal')
  const moments = new Set(Array.from({ length: made }, (_, moment) => moment))
  while (moments.size < made + random) {
    moments.add(made + Math.floor(toss() * (calls.length - made)))
  }
  const disk = createDisk(folder)
  const acked: string[] = []
  const outcome: Outcome = { cuts: moments.size, acked: 0, lost: 0, shut: 0, told: 0 }
  for (const [moment, call] of calls.entries()) {
    disk.happen(call)
    const ack = ackOf(call)
    if (ack) acked.push(ack)
    if (!moments.has(moment)) continue
    const left = join(root, 'left')
    layOut(disk.afterPowerCut(toss), left)
    await reopen(left, acked, outcome)
    rmSync(left, { recursive: true })
  }
  return outcome
}

function ackOf({ name, args: [file = '', text = ''] }: Call): string | null {
  if (name !== 'write' || !/^1(<|$)/.test(file)) return null
  return /^acked (.*)\n$/.exec(bytesOf(text).toString())?.[1] ?? null
}

async function reopen(folder: string, acked: readonly string[], outcome: Outcome): Promise<void> {
  const entries = acked.filter((name) => name.startsWith('run-'))
  const recoveryKey = acked.find((name) => name.startsWith('recovery '))?.slice('recovery '.length)
  const journal = journalIn(folder)
  const again = !journal.exists() && !acked.includes('journal')
  const secret = recoveryKey ? { recoveryKey } : { passphrase }
  const opened = await (again ? journal.create(passphrase) : journal.open(secret))
  outcome.acked += entries.length
  if (!opened.ok) {
    outcome.shut += 1
    outcome.lost += entries.length
    return
  }
  const names = opened.store.prepare<{ name: string }>('SELECT name FROM setting').all()
  const there = new Set(names.map(({ name }) => name))
  outcome.lost += entries.filter((name) => !there.has(name)).length
  if (opened.notice === 'lost-writes') outcome.told += 1
  journal.close()
}

describe('the disk of these tests', () => {
  it('keeps a file that was renamed into another folder in one of the two, whichever was synced', () => {
    const quoted = (text: string) => `"${text}"`
    const call = (name: string, ...args: string[]): Call => ({ name, args, result: 0 })
    const possible: [synced: string | null, left: string[]][] = [
      [null, ['one', 'one and two', 'two']],
      ['/disk/one', ['two']],
      ['/disk/two', ['one and two', 'two']],
    ]
    for (const [synced, expected] of possible) {
      const before = new Map(['one/file', 'two/other'].map((path) => [path, Buffer.from(path)]))
      const disk = createDisk('/disk', before)
      disk.happen(call('rename', quoted('/disk/one/file'), quoted('/disk/two/file')))
      if (synced) disk.happen(call('fsync', `3<${synced}>`))
      const toss = seeded(3)
      const left = Array.from({ length: 200 }, () => {
        const files = disk.afterPowerCut(toss)
        return ['one', 'two'].filter((folder) => files.has(`${folder}/file`)).join(' and ')
      })
      expect([...new Set(left)].toSorted()).toEqual(expected)
    }
  })
})

describe.skipIf(reason)('a power cut', () => {
  it('loses nothing that was acknowledged, at 200 random moments and while it is made; with NORMAL it does', async () => {
    const full = await cutPower(200, 'FULL')
    const normal = await cutPower(60, 'NORMAL')
    const { cuts, acked, lost, shut, told } = full
    figure({
      of: 'power cuts',
      during: 'making a journal and writing',
      trials: cuts,
      acknowledged: acked,
      lost,
      none: { shut, warned: told },
    })
    figure({
      mutant: 'synchronous FULL (NORMAL)',
      failed: normal.lost > 0,
      seen: `${normal.cuts} power cuts, ${normal.lost} of ${normal.acked} lost, told ${normal.told} times`,
    })
    expect(full.acked).toBeGreaterThan(10_000)
    expect(full).toMatchObject({ lost: 0, shut: 0, told: 0 })
    expect(normal.lost).toBeGreaterThan(0)
  })
})
