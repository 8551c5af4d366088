import { timingSafeEqual } from 'node:crypto'
import type { Keys, Random, Secret, SlotKind } from '../ports.ts'
import { StoreError, quietly, withStoreErrors } from './errors.ts'
import type { JournalFiles } from './files.ts'
import {
  isWholeKeyFile,
  keepKeys,
  keychainSlot,
  passphraseSlot,
  readKeyFile,
  recoverySlot,
  type KeyFile,
  type MadeSlot,
  type ScryptCost,
  type Slot,
} from './keys.ts'
import { readRecoveryKey } from './recovery-key.ts'
import { unlock } from './keys.ts'
import type { Tries } from './tries.ts'

interface KeyChangesOptions {
  files: JournalFiles
  /** The open journal's data key; null while it is locked. */
  dataKey: () => Buffer | null
  random: Random
  scrypt: ScryptCost
  tries: Tries
}

/** What opens the journal, and how that changes: the slots of its key file, never the journal itself. */
export function createKeyChanges(options: KeyChangesOptions): Omit<Keys, 'renew'> {
  const { files, dataKey, random, scrypt, tries } = options
  /** Shown, and not yet typed back: it opens nothing until then. */
  let shown: { made: MadeSlot; groups: readonly string[]; asked: readonly number[] } | null = null

  const opened = (): Buffer => {
    const key = dataKey()
    if (!key) throw new StoreError('no-journal', 'The journal is not open.')
    return key
  }

  /**
   * Puts a slot in the place of those of its kind. Stretching a passphrase takes a while: were the journal
   * closed or given another key meanwhile, the slot would wrap what is no key any more, and be the only one.
   */
  const put = (made: MadeSlot) =>
    withStoreErrors(() => {
      if (made.dataKey !== opened()) {
        made.wrappingKey.fill(0)
        throw new StoreError('busy', 'The journal was closed meanwhile. Nothing was changed.')
      }
      const file = readKeyFile(files.keys)
      const others = file.slots.filter(({ kind }) => kind !== made.slot.kind)
      keepKeys(files.keys, { ...file, slots: [...others, made.slot] }, [made])
    })

  const prove = (secret: Secret) => proven(files, secret, opened, tries)

  return {
    ways() {
      const slots = slotsOf(files)
      const has = (kind: SlotKind) => slots.some((slot) => slot.kind === kind)
      return {
        passphrase: has('passphrase'),
        recoveryKey: has('recovery'),
        keychain:
          slots.flatMap((slot) => (slot.kind === 'keychain' ? [slot.sealed] : []))[0] ?? null,
      }
    },
    waitMs: () => tries.waitMs(),
    async prove(secret) {
      await prove(secret)
    },
    async setPassphrase(secret, passphrase) {
      const { journal } = await prove(secret)
      put(await passphraseSlot(opened(), passphrase, journal, random, scrypt))
    },
    async makeRecoveryKey(secret) {
      const { journal } = await prove(secret)
      shown?.made.wrappingKey.fill(0)
      const made = recoverySlot(opened(), journal, random)
      const groups = made.shown.split('-')
      const asked = twoOf(groups.length, random)
      shown = { made, groups, asked }
      return { recoveryKey: made.shown, asked }
    },
    keepRecoveryKey(typed) {
      if (!shown) throw new StoreError('no-journal', 'No recovery key was shown.')
      const { made, groups, asked } = shown
      const same = asked.every((group, at) => plain(typed[at] ?? '') === groups[group])
      if (!same)
        throw new StoreError('not-the-same', 'That is not what the recovery key says there.')
      opened()
      // Where it can't be kept, what stands on the paper can be typed again.
      put({ ...made, wrappingKey: Buffer.from(made.wrappingKey) })
      made.wrappingKey.fill(0)
      shown = null
    },
    async setKeychain(secret, kept) {
      const { journal } = await prove(secret)
      put(keychainSlot(opened(), kept, journal, random))
    },
    reseal: (sealed) =>
      quietly(() => {
        // A damaged one must not get a sum that fits.
        if (!isWholeKeyFile(files.keys)) return
        const file = readKeyFile(files.keys)
        const slots = file.slots.map((slot) =>
          slot.kind === 'keychain' ? { ...slot, sealed } : slot,
        )
        keepKeys(files.keys, { ...file, slots }, [])
      }),
    dropKeychain: () =>
      withStoreErrors(() => {
        opened()
        drop(files, 'keychain')
      }),
    async remove(secret, kind) {
      await prove(secret)
      withStoreErrors(() => drop(files, kind))
    },
  }
}

/** The key file, where this secret opens the journal that is open. Throws otherwise, and counts it as a try. */
export async function proven(
  { keys }: JournalFiles,
  secret: Secret,
  opened: () => Buffer,
  tries: Tries,
): Promise<KeyFile> {
  opened()
  const file = withStoreErrors(() => readKeyFile(keys))
  const key = await tried(file, secret, tries)
  const same = key !== null && timingSafeEqual(key, opened())
  key?.fill(0)
  if (!same) throw new StoreError('wrong-secret', 'That doesn’t open the journal.')
  return file
}

/**
 * Tries a secret on the file's slots. What can't be a recovery key is no guess, and the keychain's is no
 * person's: neither counts.
 */
export async function tried(
  file: KeyFile,
  secret: Secret,
  tries: Tries,
  unlockBy: (file: KeyFile, secret: Secret) => Promise<Buffer | null> = unlock,
): Promise<Buffer | null> {
  if ('recoveryKey' in secret && readRecoveryKey(secret.recoveryKey) === null) return null
  if ('keychain' in secret) return unlockBy(file, secret)
  tries.begin()
  const key = await unlockBy(file, secret)
  if (key) tries.succeed()
  return key
}

/** The same, of a file that isn't the journal's: whoever brought it knows what opens it. */
export async function triedElsewhere(
  file: KeyFile,
  secret: Secret,
  tries: Tries,
): Promise<Buffer | null> {
  const elsewhere = { ...tries, succeed: () => tries.takeBack() }
  return tried(file, secret, elsewhere)
}

/** None for a file that can't be read: what is wrong with it, opening says. */
function slotsOf({ keys }: JournalFiles): readonly Slot[] {
  try {
    const { slots, next } = readKeyFile(keys)
    // After a cut in the middle of a change either may be what opens it.
    return [...slots, ...(next?.slots ?? [])]
  } catch {
    return []
  }
}

/** A keychain can be lost with its computer, so it never counts as the last way in. */
function drop({ keys }: JournalFiles, kind: SlotKind): void {
  const file = readKeyFile(keys)
  const slots = file.slots.filter((slot) => slot.kind !== kind)
  if (slots.every((slot) => slot.kind === 'keychain'))
    throw new StoreError('last-way', 'That is the only way into the journal. It was left as it is.')
  keepKeys(keys, { ...file, slots }, [])
}

/** Two different places of so many, in order. */
function twoOf(count: number, random: Random): [number, number] {
  const place = (below: number) => {
    for (;;) {
      const [byte = 0] = random.bytes(1)
      if (byte < 256 - (256 % below)) return byte % below
    }
  }
  const first = place(count)
  const second = (first + 1 + place(count - 1)) % count
  return first < second ? [first, second] : [second, first]
}

/** A group as it was typed, as the recovery key writes it. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
