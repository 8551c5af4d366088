import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { restMs } from '../../src/notes/forgetting.ts'
import type { Store } from '../../src/ports.ts'
import { passphrase } from '../unit/store/journal-in.ts'
import { decryptedPages } from './decrypted.ts'
import { tempFolder, vaultIn } from './vault.ts'

const week = '2026-11-22'
const canary = {
  helpedWords: 'quillwort xyzzyphon',
  goodWords: 'a vexilliferous crane',
  mineWords: 'jentacular breaks',
  theirsWords: 'the zugzwang rota',
}

/** A week in own words, a kill that leaves a copy behind, and then what takes them out. */
async function taken(
  how: 'dropped' | 'dropped with all words' | 'written over' | 'written over in part',
  through?: (store: Store) => Store,
) {
  const first = tempFolder()
  const { ask } = await vaultIn(first)
  await ask('main', 'settings.set', { words: 'numbers-and-words' })
  await ask('main', 'week.keep', { from: week, change: { ...canary, theirs: 'rota' } })
  const folder = tempFolder()
  cpSync(first, folder, { recursive: true, filter: (path) => !path.endsWith('-shm') })
  const vault = await vaultIn(folder, { through })
  const [copy = ''] = readdirSync(join(folder, 'backups')).map((name) =>
    join(folder, 'backups', name),
  )
  expect(await found(copy)).toEqual(Object.values(canary))
  if (how === 'dropped')
    return { folder, copy, answer: await vault.ask('main', 'week.drop', { from: week }) }
  if (how === 'dropped with all words') {
    await vault.ask('main', 'words.drop', { sure: true })
    return { folder, copy, answer: null }
  }
  if (how === 'written over in part') {
    await vault.ask('main', 'week.keep', { from: week, change: { helpedWords: 'x' } })
    vault.clock.pass(restMs)
    return { folder, copy, answer: null }
  }
  const blank = { helpedWords: '', goodWords: '', mineWords: '', theirsWords: 'x' }
  await vault.ask('main', 'week.keep', { from: week, change: blank })
  vault.clock.pass(restMs)
  return { folder, copy, answer: null }
}

async function found(folder: string): Promise<string[]> {
  const pages = await decryptedPages(folder, passphrase)
  return Object.values(canary).filter((text) => pages.includes(Buffer.from(text)))
}

describe('the words of a week', () => {
  it.each(['dropped', 'dropped with all words', 'written over'] as const)(
    'that were %s are in no page of the file, of its log, or of a copy of it',
    async (how) => {
      const { folder, copy, answer } = await taken(how)
      // The copy that the kill left is the only one.
      if (how === 'dropped')
        expect(answer).toEqual({ settled: true, copiesCleared: 1, copiesLeft: 0 })
      expect(await found(folder)).toEqual([])
      expect(await found(copy)).toEqual([])
    },
  )

  it('that an edit left stay in a copy, for the day on which the journal is lost', async () => {
    const { folder, copy } = await taken('written over in part')
    const { helpedWords, ...rest } = canary
    expect(await found(folder)).toEqual(Object.values(rest))
    expect(await found(copy)).toEqual(Object.values(rest))
    expect(await found(copy)).not.toContain(helpedWords)
  })

  it('would be found without forgetting on the disk', async () => {
    const { folder, copy } = await taken('dropped', (store) => ({
      ...store,
      forget: () => ({ settled: true, copiesCleared: 0, copiesLeft: 0 }),
    }))
    expect(await found(folder)).not.toEqual([])
    expect(await found(copy)).toEqual(Object.values(canary))
  })

  it('would be found in a copy if an edit didn’t say whose words go', async () => {
    const { copy } = await taken('written over', (store) => ({
      ...store,
      prepare: (sql) =>
        store.prepare(sql.replace('INSERT OR IGNORE INTO leaving (id) VALUES (?)', 'SELECT ?')),
    }))
    expect(await found(copy)).toEqual(Object.values(canary))
  })
})
