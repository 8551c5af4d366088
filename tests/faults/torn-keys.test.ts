import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Journal, Secret } from '../../src/ports.ts'
import { asAfterKill, bytesOf, storeOf, tempFolder } from '../unit/store/folders.ts'
import { journalIn, passphrase, recoveryKeyOf } from '../unit/store/journal-in.ts'

const other = 'another four plain words'
const own: Secret = { passphrase }
const kept = { secret: 'c'.repeat(44), sealed: 'c2VhbGVk' }

async function tried(folder: string, secret: Secret): Promise<string> {
  const journal = journalIn(folder)
  const opened = await journal.open(secret)
  journal.close()
  return opened.ok ? 'ok' : opened.problem
}

/** Each change of what opens a journal, and what opens it before and after. */
interface Change {
  before?: (journal: Journal) => Promise<unknown>
  run: (journal: Journal) => Promise<unknown>
  /** Opens it whether the change was made or not; null where nothing does. */
  always: Secret | null
  after: Secret
}
const changes: Record<string, Change> = {
  'another passphrase': {
    run: ({ keys }) => keys.setPassphrase(own, other),
    always: null,
    after: { passphrase: other },
  },
  'a first recovery key': {
    run: (journal) => recoveryKeyOf(journal),
    always: own,
    after: own,
  },
  'a keychain': {
    run: ({ keys }) => keys.setKeychain(own, kept),
    always: own,
    after: { keychain: kept.secret },
  },
  'no keychain any more': {
    before: ({ keys }) => keys.setKeychain(own, kept),
    run: async ({ keys }) => keys.dropKeychain(),
    always: own,
    after: own,
  },
  'no recovery key any more': {
    before: (journal) => recoveryKeyOf(journal),
    run: ({ keys }) => keys.remove(own, 'recovery'),
    always: own,
    after: own,
  },
  'a keychain’s secret that is encrypted anew': {
    before: ({ keys }) => keys.setKeychain(own, kept),
    run: async ({ keys }) => keys.reseal('YW5ldw=='),
    always: { keychain: kept.secret },
    after: own,
  },
}

describe('the key file', () => {
  it.each(Object.entries(changes))(
    'torn at every byte of its update opens as before or after: %s',
    async (_, { before, run, always, after }) => {
      const folder = tempFolder()
      const journal = journalIn(folder)
      await storeOf(journal, journal.create(passphrase))
      await before?.(journal)
      journal.close()
      const torn = asAfterKill(folder)
      const again = journalIn(folder)
      await storeOf(again, again.open(own))
      const database = bytesOf(folder, 'journal.db')
      await run(again)
      expect(bytesOf(folder, 'journal.db'), 'nothing is encrypted anew').toEqual(database)
      again.close()
      const update = bytesOf(folder, 'journal.keys')

      for (let length = 0; length <= update.length; length++) {
        writeFileSync(join(torn, 'journal.keys.new'), update.subarray(0, length))
        expect(await tried(torn, always ?? own)).toBe('ok')
      }
      writeFileSync(join(torn, 'journal.keys'), update)
      expect(await tried(torn, after)).toBe('ok')

      // The mutant: written over the file itself, a cut at most of its bytes loses the journal.
      const damaged = await Promise.all(
        [1, update.length >> 2, update.length >> 1, update.length - 3].map((length) => {
          writeFileSync(join(torn, 'journal.keys'), update.subarray(0, length))
          return tried(torn, after)
        }),
      )
      expect(new Set(damaged)).toEqual(new Set(['keys-lost']))
    },
  )
})
