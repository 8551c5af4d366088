import { existsSync } from 'node:fs'
import type { Clock, Secret } from '../ports.ts'
import { fits, keepDamaged, keysInCopies } from './damage.ts'
import { StoreError, withStoreErrors } from './errors.ts'
import type { JournalFiles } from './files.ts'
import { tried } from './key-changes.ts'
import { keepKeys, readKeyFile, unlock, unlockNext, type KeyFile } from './keys.ts'
import type { Settings } from './open.ts'
import { dropRenewed, hasLog } from './renew.ts'
import type { Tries } from './tries.ts'

interface WayInOptions {
  files: JournalFiles
  settings: Settings
  tries: Tries
  clock: Pick<Clock, 'now'>
}

/** What opens a journal: its data key, and the key file as it is from then on. */
export interface Opener {
  dataKey: Buffer
  file: KeyFile
}

/** How a secret becomes the data key of a journal that is locked: by its own key file, or else by that of a copy. */
export function createWayIn({ files, settings, tries, clock }: WayInOptions) {
  const opensWith = (dataKey: Buffer) => fits(files, dataKey, settings)

  return {
    /** The journal's key file; null where it is gone or damaged. Throws where a newer Lull wrote it. */
    own(): KeyFile | null {
      try {
        return readKeyFile(files.keys)
      } catch (error) {
        if (error instanceof StoreError && error.code === 'keys-lost') return null
        throw error
      }
    },
    /**
     * The data key that this secret opens, and the key file as it is from now on. Where a change of the data key
     * was cut off, it is taken back or finished first, by what became of the database. Throws a code.
     */
    async by(file: KeyFile, secret: Secret): Promise<Opener | null> {
      const { next, ...before } = file
      if (!next) {
        const dataKey = await tried(file, secret, tries)
        return dataKey && { dataKey, file }
      }
      let old: Buffer | null = null
      let fresh: Buffer | null = null
      // One try, whichever of the two it was meant for.
      await tried(file, secret, tries, async () => {
        old = await unlock(file, secret)
        fresh = await unlockNext(file, secret)
        return old ?? fresh
      })
      if (!old && !fresh) return null
      const after = { ...before, slots: next.slots, before: next.before }
      const isBefore = existsSync(files.renewed) || hasLog(files)
      if (!isBefore && fresh && opensWith(fresh)) {
        overwrite(old)
        keepKeys(files.keys, after, [])
        return { dataKey: fresh, file: after }
      }
      // Without a log to be damaged, the old key can be tried where the copy was lost.
      if (old && (isBefore || opensWith(old))) {
        overwrite(fresh)
        keepKeys(files.keys, before, [])
        dropRenewed(files)
        return { dataKey: old, file: before }
      }
      if (isBefore)
        throw new StoreError(
          'use-before',
          'The change was cut off. The secret from before opens it.',
        )
      if (old) throw new StoreError('use-new', 'The change was made. The new secret opens it.')
      throw new StoreError('damaged', 'The journal file is damaged. It was left as it is.')
    },
    /**
     * The key file of a copy, where the journal's own is gone, damaged or another's: only one whose data key opens
     * the database counts. It takes the place of what was there, which is kept. `isCounted`: the secret was tried
     * already, so that this is no second try. Throws a code.
     */
    async back(secret: Secret, isCounted: boolean): Promise<Opener> {
      const all = keysInCopies(files)
      const [newest] = all
      if (!newest)
        throw new StoreError('keys-lost', 'The journal’s key file is gone or damaged, and no copy has one.') // prettier-ignore
      let file: KeyFile = newest
      const search = async () => {
        for (const one of all) {
          const key = await unlock(one, secret)
          if (!key) continue
          file = one
          if (opensWith(key)) return key
          key.fill(0)
        }
        return null
      }
      const dataKey = await (isCounted ? search() : tried(newest, secret, tries, search))
      if (dataKey) tries.succeed()
      if (!dataKey)
        throw new StoreError('keys-before', 'The journal’s key file is gone or damaged. Those of the copies open to the secrets of then.') // prettier-ignore
      withStoreErrors(() => {
        keepDamaged(files, clock.now())
        keepKeys(files.keys, file, [])
      })
      return { dataKey, file }
    },
  }
}

/** The one of two data keys that isn't the journal's. */
const overwrite = (key: Buffer | null): void => void key?.fill(0)
