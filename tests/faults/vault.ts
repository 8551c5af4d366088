/** A companion over a real journal in a folder, as the vault runs it, to see what stays on the disk. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createCompanion } from '../../src/companion.ts'
import type { Input, Output, VaultDoor, WindowName } from '../../src/contract.ts'
import type { Journal, Opened, Store } from '../../src/ports.ts'
import { journalSettings, type Settings } from '../../src/store/open.ts'
import { createFiles } from '../../src/store/write-out.ts'
import { random, testClock, type TestClock } from '../desk.ts'
import { journalIn, passphrase } from '../unit/store/journal-in.ts'

export interface Vault {
  clock: TestClock
  ask: <M extends keyof VaultDoor>(
    window: WindowName,
    method: M,
    input: Input<VaultDoor, M>,
  ) => Promise<Output<VaultDoor, M>>
  end: () => void
}

interface Options {
  clock?: TestClock
  settings?: Settings
  /** Stands between the companion and the store, to switch a protection off. */
  through?: ((store: Store) => Store) | undefined
}

/** Begins the journal there, or opens it; it is closed with the test. */
export async function vaultIn(
  folder: string,
  { clock = testClock(), settings = journalSettings, through = (store) => store }: Options = {},
): Promise<Vault> {
  const real = journalIn(folder, { clock, settings })
  const open = async (opening: Promise<Opened>): Promise<Opened> => {
    const opened = await opening
    return opened.ok ? { ...opened, store: through(opened.store) } : opened
  }
  const journal: Journal = {
    ...real,
    create: (secret) => open(real.create(secret)),
    open: (secret) => open(real.open(secret)),
  }
  const companion = createCompanion({
    journal,
    clock,
    random,
    files: createFiles(folder, random),
    shell: { tell: () => {} },
    publish: () => {},
  })
  let last = 0
  const vault: Vault = {
    clock,
    async ask<M extends keyof VaultDoor>(
      window: WindowName,
      method: M,
      input: Input<VaultDoor, M>,
    ) {
      const answer = await companion.answer(window, { id: ++last, method, input })
      if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
      // The border between what travels as JSON and what the contract says it is.
      const value: Output<VaultDoor, M> = JSON.parse(JSON.stringify(answer.value))
      return value
    },
    end: () => companion.hear({ kind: 'end' }),
  }
  await vault.ask('unlock', journal.exists() ? 'journal.open' : 'journal.create', { passphrase })
  onTestFinished(() => vault.end())
  return vault
}

/** A folder that goes with the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lull-dropped-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
