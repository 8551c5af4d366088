import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of this test's own. It goes with the test, after `afterEach`, where Lull has ended. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lull-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
