import { Buffer } from 'node:buffer'
import Database from 'better-sqlite3'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EncryptedFiles } from '../ports.ts'
import { mostBytes } from '../transfer/file.ts'
import { openAside, openUpToDate, type OpensBy } from './aside.ts'
import { StoreError, isUnusable, withStoreErrors } from './errors.ts'
import { journalFiles, type JournalFiles } from './files.ts'
import { triedElsewhere } from './key-changes.ts'
import { keepKeys, readKeyFile, type KeyFile } from './keys.ts'
import { checkWhole, type Db } from './open.ts'
import { pagesFit } from './pages.ts'
import { seqTable } from './seq.ts'
import { openStore } from './store.ts'
import type { Tries } from './tries.ts'

/*
 * A journal as one encrypted file (docs/export.md): one line of text, `lull-encrypted-journal 1 <k> <d>`, with the
 * lengths in bytes of what follows; the key file (k bytes); the encrypted database (d bytes); nothing else.
 */
const magic = 'lull-encrypted-journal '
const version = 1
const longestLine = 80
const longestKeys = 64 * 1024

interface EncryptedOptions {
  files: JournalFiles
  by: OpensBy
  tries: Tries
  held: () => { db: Db; dataKey: Buffer } | null
}

export const isEncryptedFile = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, magic.length)).toString('latin1') === magic

/** The open journal as one file, and one that was brought. Neither is ever outside Lull's own folder unencrypted. */
export function createEncryptedFiles(options: EncryptedOptions): EncryptedFiles {
  const { files, by, tries, held } = options
  const brought = journalFiles(join(files.aside, 'brought'))
  const making = journalFiles(join(files.aside, 'taken'))
  const drop = ({ folder }: JournalFiles) => rmSync(folder, { recursive: true, force: true })

  return {
    is: isEncryptedFile,
    take: () =>
      withStoreErrors(() => {
        const now = held()
        if (!now) throw new StoreError('no-journal', 'The journal is not open.')
        try {
          drop(making)
          mkdirSync(making.folder, { recursive: true, mode: 0o700 })
          now.db.prepare('VACUUM INTO ?').run(making.db)
          openUpToDate(making.db, now.dataKey, by).close()
          keepKeys(making.keys, portable(readKeyFile(files.keys)), [])
          const [keys, database] = [readFileSync(making.keys), readFileSync(making.db)]
          const line = `${magic}${version} ${keys.length} ${database.length}\n`
          return Buffer.concat([Buffer.from(line, 'latin1'), keys, database])
        } finally {
          drop(making)
        }
      }),
    keep: (bytes) =>
      withStoreErrors(() => {
        drop(brought)
        const parts = partsOf(bytes)
        if ('problem' in parts) return parts.problem
        mkdirSync(brought.folder, { recursive: true, mode: 0o700 })
        writeFileSync(brought.keys, parts.keys, { mode: 0o600 })
        writeFileSync(brought.db, parts.database, { mode: 0o600 })
        const problem = problemOf(() => readKeyFile(brought.keys))
        if (problem) drop(brought)
        return problem
      }),
    async read(secret, work) {
      if (!existsSync(brought.db)) throw new StoreError('no-copy', 'That file isn’t here any more.')
      const key = await triedElsewhere(readKeyFile(brought.keys), secret, tries)
      if (!key) throw new StoreError('wrong-secret', 'That doesn’t open this file.')
      try {
        if (!pagesFit(brought.db, key, 'all')) return { problem: 'damaged' }
        let value: ReturnType<typeof work> | undefined
        const problem = problemOf(() => {
          const { db, end } = openAside(files, 'opened', brought, key, by, (made) => {
            checkIsOurs(made, by)
            checkWhole(made)
          })
          try {
            value = work(openStore(db))
          } finally {
            end()
          }
        })
        return problem || value === undefined
          ? { problem: problem ?? 'damaged' }
          : { problem: null, value }
      } finally {
        key.fill(0)
        drop(brought)
      }
    },
    drop: () => drop(brought),
  }
}

/** The ways in that work at another computer: what this one's keychain holds stays here. */
const portable = ({ journal, slots }: KeyFile): KeyFile => ({
  version: 2,
  journal,
  slots: slots.filter(({ kind }) => kind !== 'keychain'),
})

type Problem = NonNullable<ReturnType<EncryptedFiles['keep']>>

function partsOf(bytes: Uint8Array): { problem: Problem } | { keys: Buffer; database: Buffer } {
  if (bytes.length > mostBytes) return { problem: 'too-large' }
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = all.subarray(0, longestLine).indexOf(10)
  const line = all.toString('latin1', 0, Math.max(0, end))
  const [, made, rest = ''] = /^lull-encrypted-journal (\d{1,6})( .*)?$/.exec(line) ?? []
  if (made === undefined || Number(made) < 1) return { problem: end < 0 ? 'cut-off' : 'not-ours' }
  if (Number(made) > version) return { problem: 'newer' }
  const [, keysLength, length] = /^ (\d{1,6}) (\d{1,10})$/.exec(rest) ?? []
  const [keys, database] = [Number(keysLength), Number(length)]
  if (keysLength === undefined || keys > longestKeys) return { problem: 'not-ours' }
  const whole = end + 1 + keys + database
  if (all.length < whole) return { problem: 'cut-off' }
  if (all.length > whole) return { problem: 'not-ours' }
  return {
    keys: all.subarray(end + 1, end + 1 + keys),
    database: all.subarray(end + 1 + keys),
  }
}

/** What is wrong with a file's inside; null where nothing is. What the disk refuses is thrown. */
function problemOf(work: () => unknown): Problem | null {
  try {
    work()
    return null
  } catch (error) {
    if (isUnusable(error)) return 'damaged'
    if (error instanceof StoreError && error.code === 'newer') return error.code
    if (error instanceof NotOurs) return 'not-ours'
    throw error
  }
}

class NotOurs extends Error {}

/** Tables, triggers and views are those that Lull's own migrations make, to the letter: nothing else runs. */
function checkIsOurs(db: Db, { migrations }: OpensBy): void {
  const made = Number(db.pragma('user_version', { simple: true }))
  if (made > migrations.length)
    throw new StoreError('newer', 'A newer Lull wrote this file. Nothing was changed.')
  const model = new Database(':memory:')
  try {
    model.exec(seqTable)
    for (const { sql } of migrations.slice(0, made)) model.exec(sql)
    if (made < 1 || schemaOf(db) !== schemaOf(model)) throw new NotOurs('another schema')
  } finally {
    model.close()
  }
}

const schemaOf = (db: Db): string =>
  JSON.stringify(
    db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all(),
  )
