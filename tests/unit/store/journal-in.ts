import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Journal } from '../../../src/ports.ts'
import { createJournal, type JournalOptions } from '../../../src/store/journal.ts'
import type { Migration } from '../../../src/store/migrate.ts'
import { journalSettings, type Settings } from '../../../src/store/open.ts'

export const passphrase = 'four plain quiet words'

/** The product's journal in `folder`, with a passphrase that costs next to nothing to try. */
export const journalIn = (folder: string, changes: Partial<JournalOptions> = {}): Journal =>
  createJournal({
    folder,
    migrations: productMigrations,
    clock: { now: () => Date.UTC(2026, 10, 22, 21, 30) },
    random: { bytes: (length) => randomBytes(length) },
    scrypt: { n: 16, r: 1, p: 1 },
    ...changes,
  })

/** A recovery key for an open journal, typed back as a person does. */
export async function recoveryKeyOf({ keys }: Journal, secret = passphrase): Promise<string> {
  const { recoveryKey, asked } = await keys.makeRecoveryKey({ passphrase: secret })
  const groups = recoveryKey.split('-')
  keys.keepRecoveryKey(asked.map((at) => groups[at] ?? ''))
  return recoveryKey
}

const migrationsFolder = join(import.meta.dirname, '../../../src/store/migrations')

export const productMigrations: readonly Migration[] = readdirSync(migrationsFolder).map((file) => {
  const [, version, name] = /^(\d{4})-(.+)\.sql$/.exec(file) ?? []
  if (!version || !name) throw new Error(`${file} is not named like 0001-spine.sql`)
  return { version: Number(version), name, sql: readFileSync(join(migrationsFolder, file), 'utf8') }
})

/** The product's settings with one of them set to something else: a mutant. */
export function settingsWith(
  name: string,
  value: string,
  readsBack: string,
  from: Settings = journalSettings,
): Settings {
  const change = (list: Settings['afterKey']) =>
    list.map((one) => (one.name === name ? { name, value, readsBack } : one))
  return {
    beforeKey: change(from.beforeKey),
    afterKey: change(from.afterKey),
    index: change(from.index),
    alone: from.alone,
  }
}
