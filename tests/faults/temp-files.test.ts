import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { figure } from './figures.ts'
import { noStrace, trace } from './strace.ts'

const reason = noStrace()
if (reason) process.stdout.write(`temporary files: skipped, ${reason}\n`)

const canary = 'canary-of-the-temporary-files'
const writes = ['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2', 'sendto', 'sendmsg']

/** How many writes, to whatever file or pipe, held readable words of the journal's. */
function readableWrites(tempStore: 'MEMORY' | 'DEFAULT'): number {
  const folder = mkdtempSync(join(tmpdir(), 'lull-temp-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(folder, { recursive: true })
  const calls = trace(writes, 'spill.ts', {
    path: join(folder, 'journal.db'),
    words: canary,
    tempStore,
  })
  const written = calls.flatMap(({ args }) => args)
  expect(written.length).toBeGreaterThan(1000)
  expect(written.filter((one) => one.endsWith('"...'))).toEqual([])
  return written.filter((one) => one.includes(canary)).length
}

describe.skipIf(reason)('a sort beyond the cache, an index and VACUUM', () => {
  it('write no readable word anywhere, which they do with SQLite’s own setting', () => {
    const [ours, mutant] = [readableWrites('MEMORY'), readableWrites('DEFAULT')]
    figure({
      of: 'sorts beyond the cache',
      during: 'an index and VACUUM',
      trials: 1,
      acknowledged: 0,
      lost: 0,
      none: { 'readable writes': ours },
    })
    figure({
      mutant: 'temp_store MEMORY (the default)',
      failed: mutant > 0,
      seen: `${mutant} readable writes`,
    })
    expect(ours).toBe(0)
    expect(mutant).toBeGreaterThan(0)
  })
})
