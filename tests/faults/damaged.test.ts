import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { figure, sized } from './figures.ts'
import { mutantSource } from './mutant-source.ts'
import type { DamageLine } from './programs/damage-line.ts'

const repository = join(import.meta.dirname, '../..')
const count = sized(60, 500)

/** So many damaged journals, each opened: the same for the same seed. */
function damage(seed: number, cases: number, root = repository): DamageLine[] {
  const program = join(root, 'tests/faults/programs/damager.ts')
  const input = JSON.stringify({ count: cases, seed })
  const run = spawnSync(process.execPath, [program, input], { maxBuffer: 2 ** 26 })
  if (run.status !== 0) throw new Error(run.stderr.toString())
  const lines = run.stdout.toString().trim().split('\n')
  return lines.map((line): DamageLine => JSON.parse(line))
}

function mutant(file: string, from: string | RegExp, to: string): DamageLine[] {
  const root = mutantSource(file, from, to)
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  return damage(8, 60, root)
}

/** Notices that say that something may be missing. */
const tells = new Set(['lost-writes', 'changed', 'no-witness'])
const silent = (lines: readonly DamageLine[]) =>
  lines.filter(({ lost, notice }) => lost > 0 && !tells.has(notice ?? '')).length
const kept = (lines: readonly DamageLine[]) => lines.filter((line) => line.kept).length

describe('a damaged journal', () => {
  it('is told of and kept as it was; without copies or without the counter it would not be', () => {
    const lines = damage(8, count)
    const noCopy = mutant(
      'src/store/look.ts',
      /if \(found\) keepDamaged\(files, now\)\s+else if \(unclean && !isElsewhere\) setAside\(files, now\)/,
      '',
    )
    const noTrial = mutant(
      'src/store/damage.ts',
      'const opened = openDatabase(db, dataKey, settings)',
      'const opened = openDatabase(files.db, dataKey, settings)',
    )
    const noSeq = mutant(
      'src/store/seq.ts',
      'function parse(text: string): Witness {',
      "$&\n  if (text !== '-') return { seq: 0, digest: null }",
    )
    figure({
      of: 'damaged files',
      during: 'opening',
      trials: lines.length,
      acknowledged: 0,
      lost: 0,
      none: {
        'lost silently': silent(lines),
        'originals not kept': lines.length - kept(lines),
      },
    })
    for (const [name, failed, seen] of [
      ['a copy aside', kept(noCopy) < 60, `${kept(noCopy)} of 60 originals kept`],
      ['a trial on a copy', kept(noTrial) < 60, `${kept(noTrial)} of 60 originals kept`],
      ['seq', silent(noSeq) > 0, `${silent(noSeq)} of 60 lost something silently`],
    ] as const)
      figure({ mutant: name, failed, seen })

    expect(lines).toHaveLength(count)
    expect(silent(lines)).toBe(0)
    expect(kept(lines)).toBe(count)
    expect(lines.filter(({ halfOpen }) => halfOpen)).toEqual([])
    expect(
      lines.filter(({ copies }) => copies > 1),
      'tried again, it is not copied again',
    ).toEqual([])
    const known = ['damaged', 'gone', 'foreign']
    expect(lines.filter(({ problem }) => problem !== null && !known.includes(problem))).toEqual([])
    expect(
      lines.filter(({ copyOpens }) => !copyOpens),
      'a copy of before opens',
    ).toEqual([])

    expect(kept(noCopy)).toBeLessThan(60)
    expect(kept(noTrial)).toBeLessThan(60)
    expect(silent(noSeq)).toBeGreaterThan(0)
  })
})
