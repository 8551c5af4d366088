import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { journalSettings, stickSettings } from '../../src/store/open.ts'
import { tempFolder } from '../unit/store/folders.ts'
import { journalIn, passphrase } from '../unit/store/journal-in.ts'
import { figure } from './figures.ts'
import { createDisk, diskCalls, seeded } from './power-cut.ts'
import { bytesOf, noStrace, trace, type Call } from './strace.ts'

const reason = noStrace()
if (reason) process.stdout.write(`a stick: skipped, ${reason}\n`)

interface Outcome {
  cuts: number
  acked: number
  lost: number
  shut: number
  told: number
}

const lineOf = ({ name, args: [file = '', text = ''] }: Call): string | null =>
  name === 'write' && /^1(<|$)/.test(file) ? bytesOf(text).toString().trim() : null

/** Cuts the power from the journal's beginning on, at every `every`th call, and opens what is left in turn as a disk and as a stick. */
async function cut(every: number, synchronous: 'EXTRA' | 'NORMAL'): Promise<Outcome> {
  const root = tempFolder()
  const folder = join(root, 'journal')
  mkdirSync(folder)
  const calls = trace(diskCalls, 'stick-writer.ts', { folder, count: 30, synchronous }).filter(
    (call) => lineOf(call) ?? call.args.some((argument) => argument.includes(folder)),
  )
  const made = calls.findIndex((call) => lineOf(call) === 'acked journal')
  const toss = seeded(20_261_126)
  const disk = createDisk(folder)
  const acked: string[] = []
  const outcome: Outcome = { cuts: 0, acked: 0, lost: 0, shut: 0, told: 0 }
  for (const [moment, call] of calls.entries()) {
    disk.happen(call)
    const name = /^acked (run-.*)$/.exec(lineOf(call) ?? '')?.[1]
    if (name) acked.push(name)
    if (moment < made || moment % every !== 0) continue
    const left = join(root, 'left')
    mkdirSync(left)
    for (const [file, content] of disk.afterPowerCut(toss))
      if (!file.endsWith('-shm')) writeFileSync(join(left, file), content)
    outcome.cuts++
    outcome.acked += acked.length
    const settings = outcome.cuts % 2 ? stickSettings : journalSettings
    const journal = journalIn(left, { settings })
    const opened = await journal.open({ passphrase })
    if (opened.ok) {
      const rows = opened.store.prepare<{ name: string }>('SELECT name FROM setting').all()
      const there = new Set(rows.map((row) => row.name))
      outcome.lost += acked.filter((each) => !there.has(each)).length
      if (opened.notice === 'lost-writes') outcome.told++
    } else {
      outcome.shut++
      outcome.lost += acked.length
    }
    journal.close()
    rmSync(left, { recursive: true })
  }
  return outcome
}

describe.skipIf(reason)('a journal that is carried from a disk to a stick and back', () => {
  it('loses nothing that was acknowledged, whenever the power is cut; with NORMAL it does', async () => {
    const ours = await cut(5, 'EXTRA')
    const mutant = await cut(9, 'NORMAL')
    const { cuts: trials, acked: acknowledged, lost, shut } = ours
    const during = 'a journal carried to a stick and back'
    figure({ of: 'power cuts', during, trials, acknowledged, lost, none: { shut } })
    figure({
      mutant: 'synchronous FULL on a stick (NORMAL)',
      failed: mutant.lost > 0,
      seen: `${mutant.lost} of ${mutant.acked} lost`,
    })
    expect(ours.cuts).toBeGreaterThan(100)
    expect(ours).toMatchObject({ lost: 0, shut: 0, told: 0 })
    expect(mutant.lost).toBeGreaterThan(0)
  })
})
