import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCompanion } from '../../src/companion.ts'
import { createFiles } from '../../src/store/write-out.ts'
import type { Input, VaultDoor } from '../../src/contract.ts'
import type { Journal, Opened, Store } from '../../src/ports.ts'
import { idAt, random, testClock } from '../desk.ts'
import { journalIn, passphrase } from '../unit/store/journal-in.ts'
import { decryptedPages } from './decrypted.ts'

const canary = { when: 'quillwort xyzzyphon appears', will: 'fold a vexilliferous crane' }

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lull-plan-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A companion over this folder; `through` stands between it and the store. */
async function vaultIn(folder: string, through = (store: Store) => store) {
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
  return { ask, end, id: idAt(clock.now()) }
}

/** A plan in own words, a kill that leaves a copy behind, and then the deletion. */
async function deleted(through?: (store: Store) => Store) {
  const first = tempFolder()
  const { ask, id } = await vaultIn(first)
  await ask('main', 'settings.set', { words: 'numbers-and-words' })
  await ask('main', 'plan.keep', {
    id,
    when: { by: 'words', words: canary.when },
    will: { by: 'words', words: canary.will },
    rest: null,
  })
  const folder = tempFolder()
  cpSync(first, folder, { recursive: true, filter: (path) => !path.endsWith('-shm') })
  const vault = await vaultIn(folder, through)
  const [copy = ''] = readdirSync(join(folder, 'backups')).map((name) =>
    join(folder, 'backups', name),
  )
  expect(await found(copy)).toEqual(Object.values(canary))
  return { folder, copy, answer: await vault.ask('main', 'plan.delete', { id }) }
}

async function found(folder: string): Promise<string[]> {
  const pages = await decryptedPages(folder, passphrase)
  return Object.values(canary).filter((text) => pages.includes(Buffer.from(text)))
}

describe('the words of a deleted plan', () => {
  it('are in no page of the file, of its log, or of a copy of it', async () => {
    const { folder, copy, answer } = await deleted()
    // The copy that the kill left is the only one.
    expect(answer).toEqual({ settled: true, copiesCleared: 1, copiesLeft: 0 })
    expect(await found(folder)).toEqual([])
    expect(await found(copy)).toEqual([])
  })

  it('would be found without forgetting on the disk', async () => {
    const { folder, copy } = await deleted((store) => ({
      ...store,
      forget: () => ({ settled: true, copiesCleared: 0, copiesLeft: 0 }),
    }))
    expect(await found(folder)).not.toEqual([])
    expect(await found(copy)).not.toEqual([])
  })

  it('would be found in the file if they stayed in their row', async () => {
    const { folder } = await deleted((store) => ({
      ...store,
      prepare: (sql) =>
        store.prepare(sql.replace("situation = '', will = '', state = 'gone'", "state = 'gone'")),
    }))
    expect(await found(folder)).not.toEqual([])
  })
})
