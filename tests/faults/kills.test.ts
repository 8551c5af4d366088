import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { journalIn, passphrase } from '../unit/store/journal-in.ts'
import { figure } from './figures.ts'
import { seeded } from './power-cut.ts'
import { killedWriter } from './writer.ts'

/** Kills a writer `kills` times on one journal; how much it acknowledged, and what was lost. */
async function killWriters(kills: number, early: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'lull-kills-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const random = seeded(50)
  const acked: string[] = []
  const lost = new Set<string>()
  for (let run = 0; run < kills; run += 1) {
    const lines = 1 + Math.floor(random() * 40)
    acked.push(...(await killedWriter({ folder, run: `${run}`, count: 100_000, early }, lines)))
    const there = await namesIn(folder)
    for (const name of acked) if (!there.has(name)) lost.add(name)
  }
  return { acked: acked.length, lost: lost.size }
}

async function namesIn(folder: string): Promise<Set<string>> {
  const journal = journalIn(folder)
  const opened = await journal.open({ passphrase })
  if (!opened.ok) {
    // Killed while it was making the journal, before anything was acknowledged.
    if (opened.problem === 'no-journal') return new Set()
    throw new Error(opened.message)
  }
  expect(opened.notice).toBeNull()
  const names = opened.store.prepare<{ name: string }>('SELECT name FROM setting').all()
  journal.close()
  return new Set(names.map(({ name }) => name))
}

describe('a kill', () => {
  it('loses nothing that was acknowledged, 50 times; a writer that says so early does', async () => {
    const ours = await killWriters(50, false)
    const mutant = await killWriters(5, true)
    figure({
      of: 'kills',
      during: 'writing, one journal over all of them',
      trials: 50,
      acknowledged: ours.acked,
      lost: ours.lost,
    })
    figure({
      mutant: 'waiting until an entry is kept before it is said to be',
      failed: mutant.lost > 0,
      seen: `5 kills, ${mutant.lost} of ${mutant.acked} lost`,
    })
    expect(ours.acked).toBeGreaterThan(500)
    expect(ours.lost).toBe(0)
    expect(mutant.lost).toBeGreaterThan(0)
  })
})
