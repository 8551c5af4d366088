import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createCompanion } from '../../src/companion.ts'
import type { Input, VaultDoor } from '../../src/contract.ts'
import type { Journal, Opened, Store } from '../../src/ports.ts'
import { createFiles } from '../../src/store/write-out.ts'
import { random, testClock } from '../desk.ts'
import { journalIn, passphrase } from '../unit/store/journal-in.ts'

/** A folder that goes with the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lull-faults-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A companion over the journal in this folder, made or opened; `through` stands between it and the store. */
export async function vaultIn(folder: string, through = (store: Store) => store) {
  const clock = testClock()
  const real = journalIn(folder, { clock })
  const open = async (opening: Promise<Opened>): Promise<Opened> => {
    const opened = await opening
    return opened.ok ? { ...opened, store: through(opened.store) } : opened
  }
  const journal: Journal = {
    ...real,
    create: (secret) => open(real.create(secret)),
    open: (secret) => open(real.open(secret)),
  }
  const shell = { tell: () => {} }
  const files = createFiles(folder, random)
  const companion = createCompanion({ journal, files, clock, random, shell, publish: () => {} })
  let last = 0
  const ask = async <M extends keyof VaultDoor>(
    window: 'main' | 'unlock',
    method: M,
    input: Input<VaultDoor, M>,
  ) => {
    const answer = await companion.answer(window, { id: ++last, method, input })
    if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
    return answer.value
  }
  await ask('unlock', journal.exists() ? 'journal.open' : 'journal.create', { passphrase })
  const end = () => companion.hear({ kind: 'end' })
  onTestFinished(end)
  return { ask, end, clock }
}
