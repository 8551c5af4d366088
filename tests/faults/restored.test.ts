import { rmSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { figure, sized } from './figures.ts'
import { mutantSource } from './mutant-source.ts'
import { seeded } from './power-cut.ts'
import { cutPower, startOf, type Outcome } from './session.ts'
import { noStrace } from './strace.ts'

const reason = noStrace()
if (reason) process.stdout.write(`restores without their protections: skipped, ${reason}\n`)

const mutants: readonly {
  mutant: string
  file: string
  from: string | RegExp
  to: string
  seen: (outcome: Outcome) => number
  as: string
}[] = [
  {
    mutant: 'the copy of the journal of now',
    file: 'src/store/copies.ts',
    from: /backUp\(now\.db, .*\n/,
    to: '\n',
    seen: ({ lost }) => lost,
    as: 'entries lost',
  },
  {
    mutant: 'what was deleted since',
    file: 'src/store/copies.ts',
    from: 'prepare(openStore(made), now && openStore(now))',
    to: '',
    seen: ({ cameBack }) => cameBack,
    as: 'deleted notes back',
  },
  {
    mutant: 'the number that the copy gets',
    file: 'src/store/restore.ts',
    from: 'Math.max(leastSeq, seqOf(db)) + 1',
    to: 'seqOf(db)',
    seen: ({ told }) => told,
    as: 'told of lost writes',
  },
  {
    mutant: 'the digest of the old journal being forgotten',
    file: 'src/store/restore.ts',
    from: 'openSeqFile(files.seq, readSeqFile(files.seq).seq).close()',
    to: '',
    seen: ({ noticed }) => noticed,
    as: 'told of a change by another program',
  },
]

describe.skipIf(reason)('a copy that is put back', () => {
  it.each(mutants)(
    'would not hold a power cut without $mutant',
    async ({ mutant, file, from, to, seen, as }) => {
      const root = mutantSource(file, from, to)
      onTestFinished(() => rmSync(root, { recursive: true, force: true }))
      const outcome = await cutPower(await startOf('restoring'), sized(20, 60), seeded(8), root)
      const count = seen(outcome)
      figure({ mutant, failed: count > 0, seen: `${count} ${as} in ${outcome.trials} power cuts` })
      expect(count).toBeGreaterThan(0)
    },
    240_000,
  )
})
