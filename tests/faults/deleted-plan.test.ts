import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/ports.ts'
import { idAt } from '../desk.ts'
import { passphrase } from '../unit/store/journal-in.ts'
import { decryptedPages } from './decrypted.ts'
import { tempFolder, vaultIn } from './vault.ts'

const canary = { when: 'quillwort xyzzyphon appears', will: 'fold a vexilliferous crane' }

/** A plan in own words, a kill that leaves a copy behind, and then the deletion. */
async function deleted(through?: (store: Store) => Store) {
  const first = tempFolder()
  const { ask, clock } = await vaultIn(first)
  const id = idAt(clock.now())
  await ask('main', 'settings.set', { words: 'numbers-and-words' })
  await ask('main', 'plan.keep', {
    id,
    when: { by: 'words', words: canary.when },
    will: { by: 'words', words: canary.will },
    rest: null,
  })
  const folder = tempFolder()
  cpSync(first, folder, { recursive: true, filter: (path) => !path.endsWith('-shm') })
  const vault = await vaultIn(folder, { through })
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
